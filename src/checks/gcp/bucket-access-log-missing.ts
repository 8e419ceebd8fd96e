import { buckets, takesLogs } from '../../graph/gcp/buckets.ts';
import type { Graph } from '../../graph/graph.ts';
import { ofTypeInUnit } from '../../graph/terraform/in-unit.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/bucket-access-log-missing',
  title: 'Bucket that does not tell who reads it',
  dimension: 'observability',
  severity: 'info',
  why: 'When data leaks, the first question is who read what, and by default nothing of Cloud Storage writes it down. Data access audit logs of the project answer it best; usage logs of the bucket, for reads of public objects.',
  sameAs: [
    'checkov:CKV_GCP_62',
    'kics:terraform/gcp/cloud_storage_bucket_logging_not_enabled',
    'trivy:GCP-0077',
  ],
  controls: ['pci-dss:10.2.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: [
    'https://cloud.google.com/storage/docs/audit-logging',
    'https://cloud.google.com/storage/docs/access-logs',
  ],
  visits: buckets,
  judge({ resource, node }, graph) {
    if (node.has('logging') || takesLogs(graph, resource) || isAudited(graph, resource)) return;
    return {
      message: `${resource.address} leaves no record of who reads it: enable data access audit logs for storage.googleapis.com in its project, or usage logs with logging.log_bucket.`,
    };
  },
  examples: {
    bad: 'resource "google_storage_bucket" "reports" {\n  name     = "acme-reports"\n  location = "EU"\n}\n',
    good: 'resource "google_storage_bucket" "reports" {\n  name     = "acme-reports"\n  location = "EU"\n\n  logging {\n    log_bucket = "acme-usage-logs"\n  }\n}\n',
  },
});

/** Whether reads are audited for all buckets, as this root says. */
function isAudited(graph: Graph, { unit }: Resource): boolean {
  return ['project', 'folder', 'organization']
    .flatMap((scope) => ofTypeInUnit(graph, `google_${scope}_iam_audit_config`, unit))
    .some(
      ({ body }) =>
        /^(allServices|storage\.googleapis\.com)$/.test(body.text('service') ?? '') &&
        body.list('audit_log_config').some((config) => config.text('log_type') === 'DATA_READ'),
    );
}
