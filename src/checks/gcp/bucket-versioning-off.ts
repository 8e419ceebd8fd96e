import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { buckets, takesLogs } from '../../graph/gcp/buckets.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/bucket-versioning-off',
  title: 'Bucket without versions',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'What is overwritten or deleted in this bucket by a bug, a mistake or an attacker comes back only for the few days of soft delete, and object by object. Versions keep every former state; a lifecycle rule bounds what they cost.',
  sameAs: [
    'checkov:CKV_GCP_78',
    'kics:terraform/gcp/cloud_storage_bucket_versioning_disabled',
    'trivy:GCP-0078',
  ],
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://cloud.google.com/storage/docs/object-versioning'],
  visits: buckets,
  judge({ resource, node }, graph) {
    const setting = node.get('versioning', 'enabled');
    if (setting?.flag() === true) return;
    // objects that a retention policy keeps cannot be overwritten; logs are only ever added
    if (node.has('retention_policy') || takesLogs(graph, resource)) return;
    const unguarded = node.amount('soft_delete_policy', 'retention_duration_seconds') === 0;
    return {
      message: `${resource.address} keeps no former versions${unguarded ? ', nor anything that was deleted' : ''}: what is overwritten by mistake is gone. Enable versioning, with a lifecycle rule for old versions.`,
      at: setting ?? node.get('versioning') ?? node,
      ...(isNonProduction(resource) && { severity: 'info' }),
      ...((isProduction(resource) || unguarded) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: 'enable versioning (former versions are paid until a lifecycle rule deletes them)',
        edits: [{ op: 'set', in: node, path: ['versioning', 'enabled'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_storage_bucket" "reports" {\n  name     = "acme-reports"\n  location = "EU"\n}\n',
    good: 'resource "google_storage_bucket" "reports" {\n  name     = "acme-reports"\n  location = "EU"\n\n  versioning {\n    enabled = true\n  }\n}\n',
  },
});
