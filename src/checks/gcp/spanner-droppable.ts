import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/spanner-droppable',
  title: 'Spanner database that anybody with the role may drop',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'The deletion protection of Terraform holds against Terraform only. Drop protection is kept by Spanner itself, and also refuses the console, the command line and the instance being deleted with its databases.',
  sameAs: ['checkov:CKV_GCP_120'],
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/spanner/docs/prevent-database-deletion'],
  visits: resources('google_spanner_database'),
  judge({ resource, node }) {
    const setting = node.get('enable_drop_protection');
    if (setting?.flag() === true || isNonProduction(resource)) return;
    return {
      message: `${resource.address} can be dropped past Terraform: set enable_drop_protection to true.`,
      at: setting ?? node,
      fix: {
        safety: 'safe',
        summary: 'set enable_drop_protection to true',
        edits: [{ op: 'set', in: node, path: ['enable_drop_protection'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_spanner_database" "orders" {\n  instance = "shop"\n  name     = "orders"\n}\n',
    good: 'resource "google_spanner_database" "orders" {\n  instance               = "shop"\n  name                   = "orders"\n  enable_drop_protection = true\n}\n',
  },
});
