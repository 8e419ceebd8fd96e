import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { buckets } from '../../graph/gcp/buckets.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/bucket-emptied-on-destroy',
  title: 'Bucket that is emptied when it is destroyed',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'A bucket that holds something refuses to be deleted, and that saves the data when a name changes or the wrong root is destroyed. force_destroy deletes everything in it first, all versions too.',
  controls: ['soc2:A1.2'],
  sources: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket'],
  visits: buckets,
  judge({ resource, node }) {
    const setting = node.get('force_destroy');
    if (setting?.flag() !== true || isNonProduction(resource)) return;
    return {
      message: `${resource.address} is emptied and deleted by a destroy or a change of its name: take force_destroy out.`,
      at: setting,
      ...(!isProduction(resource) && { severity: 'low' }),
      fix: {
        safety: 'safe',
        summary: 'set force_destroy to false',
        edits: [{ op: 'replace', node: setting, value: false }],
      },
    };
  },
  examples: {
    bad: bucket('true'),
    good: bucket('false'),
  },
});

function bucket(force: string): string {
  return `resource "google_storage_bucket" "reports" {
  name          = "acme-reports"
  location      = "EU"
  force_destroy = ${force}
}
`;
}
