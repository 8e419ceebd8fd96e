import { buckets, isWebsite, takesLogs } from '../../graph/gcp/buckets.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/bucket-objects-kept',
  title: 'Bucket that only grows',
  dimension: 'cost',
  severity: 'low',
  why: 'Without a lifecycle nothing ever leaves the bucket or moves to a cheaper class, and former versions and unfinished uploads are paid without being seen. Logs and build results are read for weeks; Autoclass, or one rule, pays from the first month.',
  sources: ['https://cloud.google.com/storage/docs/lifecycle'],
  visits: buckets,
  judge({ resource, node }, graph) {
    if (node.has('lifecycle_rule') || node.flag('autoclass', 'enabled') === true) return;
    // small, and read as they are
    if (isWebsite(graph, resource) || isState(node.peek('name')?.content)) return;
    const isVersioned = node.flag('versioning', 'enabled') === true;
    const isLog = takesLogs(graph, resource);
    return {
      message: isLog
        ? `${resource.address} keeps its logs for ever: add a lifecycle_rule that deletes them after the time that they have to be kept.`
        : isVersioned
          ? `${resource.address} keeps every former version for ever: add a lifecycle_rule that deletes those with num_newer_versions or days_since_noncurrent_time.`
          : `Nothing ever leaves ${resource.address} or moves to a cheaper class: enable autoclass, or add a lifecycle_rule.`,
      ...((isLog || isVersioned) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "google_storage_bucket" "reports" {\n  name     = "acme-reports"\n  location = "EU"\n}\n',
    good: 'resource "google_storage_bucket" "reports" {\n  name     = "acme-reports"\n  location = "EU"\n\n  lifecycle_rule {\n    action {\n      type          = "SetStorageClass"\n      storage_class = "NEARLINE"\n    }\n\n    condition {\n      age = 30\n    }\n  }\n}\n',
  },
});

/** State of Terraform, whose versions are few and wanted. */
function isState(name: unknown): boolean {
  return typeof name === 'string' && /tf-?state|terraform/.test(name);
}
