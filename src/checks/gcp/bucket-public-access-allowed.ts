import { isNonProduction } from '../../graph/circumstances.ts';
import { buckets, isWebsite } from '../../graph/gcp/buckets.ts';
import { isGrantedToAll } from '../../graph/gcp/exposure.ts';
import { enforces } from '../../graph/gcp/organization-policies.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/bucket-public-access-allowed',
  title: 'Bucket that a grant could make public',
  dimension: 'security',
  severity: 'low',
  why: 'Public access prevention is the guard behind every grant and access list: while it is enforced, no later mistake in either opens the bucket. It may be enforced on the bucket, or for a whole project or organization by the policy storage.publicAccessPrevention.',
  sameAs: ['checkov:CKV_GCP_114'],
  controls: ['cis-gcp:5.1', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/storage/docs/public-access-prevention'],
  visits: buckets,
  judge({ resource, node }, graph) {
    const setting = node.get('public_access_prevention');
    if (setting?.text() === 'enforced' || enforces(graph, 'storage.publicAccessPrevention')) return;
    // what is public on purpose, or reported as public, cannot have it
    if (isWebsite(graph, resource) || isGrantedToAll(graph, resource)) return;
    return {
      message: `${resource.address} has no public access prevention, so the next grant to allUsers makes it public: set public_access_prevention to "enforced".`,
      at: setting ?? node,
      ...(isNonProduction(resource) && { severity: 'info' }),
      fix: {
        safety: 'unsafe',
        summary: 'enforce public access prevention (what is public in the bucket is refused)',
        edits: [{ op: 'set', in: node, path: ['public_access_prevention'], value: 'enforced' }],
      },
    };
  },
  examples: {
    bad: 'resource "google_storage_bucket" "reports" {\n  name     = "acme-reports"\n  location = "EU"\n}\n',
    good: 'resource "google_storage_bucket" "reports" {\n  name                     = "acme-reports"\n  location                 = "EU"\n  public_access_prevention = "enforced"\n}\n',
  },
});
