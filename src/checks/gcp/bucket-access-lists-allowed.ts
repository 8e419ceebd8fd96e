import { buckets } from '../../graph/gcp/buckets.ts';
import { enforces } from '../../graph/gcp/organization-policies.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/bucket-access-lists-allowed',
  title: 'Bucket whose objects have access lists of their own',
  dimension: 'security',
  severity: 'medium',
  why: 'Without uniform bucket-level access every object may be opened to others by a list of its own, which no policy shows and no grant on the bucket takes back. With it, IAM alone decides, and public access, conditions and audits are seen in one place.',
  sameAs: [
    'checkov:CKV_GCP_29',
    'kics:terraform/gcp/google_storage_bucket_level_access_disabled',
    'regula:FG_R00421',
    'trivy:GCP-0002',
  ],
  controls: ['cis-gcp:5.2', 'pci-dss:7.2.1', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/storage/docs/uniform-bucket-level-access'],
  visits: buckets,
  judge({ resource, node }, graph) {
    // the provider called it otherwise before version 4
    const setting = node.get('uniform_bucket_level_access') ?? node.get('bucket_policy_only');
    if (setting?.flag() === true || enforces(graph, 'storage.uniformBucketLevelAccess')) return;
    return {
      message: `${resource.address} lets each object have an access list of its own, past the grants on the bucket: set uniform_bucket_level_access to true.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set uniform_bucket_level_access to true (access lists of objects no longer count)',
        edits: [{ op: 'set', in: node, path: ['uniform_bucket_level_access'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_storage_bucket" "reports" {\n  name     = "acme-reports"\n  location = "EU"\n}\n',
    good: 'resource "google_storage_bucket" "reports" {\n  name                        = "acme-reports"\n  location                    = "EU"\n  uniform_bucket_level_access = true\n}\n',
  },
});
