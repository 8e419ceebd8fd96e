import { buckets, takesLogs } from '../../graph/gcp/buckets.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/log-bucket-unlocked',
  title: 'Log bucket from which logs can be deleted',
  dimension: 'security',
  severity: 'low',
  why: 'Whoever breaks in deletes the traces first, and audit logs are only proof where nobody could change them. A locked retention policy keeps every object for its time, against owners of the project too.',
  sameAs: ['checkov:CKV2_GCP_4', 'regula:FG_R00393'],
  controls: ['cis-gcp:2.3', 'pci-dss:10.3.2', 'soc2:CC7.2'],
  sources: ['https://cloud.google.com/storage/docs/bucket-lock'],
  visits: buckets,
  judge({ resource, node }, graph) {
    const sinks = graph.to(resource).filter(({ from }) => /^google_logging_\w+_sink$/.test(from.type));
    if (sinks.length === 0 || !takesLogs(graph, resource)) return;
    const lock = node.get('retention_policy', 'is_locked');
    if (lock?.flag() === true) return;
    return {
      message: node.has('retention_policy')
        ? `${resource.address} takes logs under a retention policy that is not locked, so it can be taken away: set is_locked once its time is right.`
        : `${resource.address} takes logs that anybody with rights on it may delete: add a retention_policy, and lock it once its time is right.`,
      at: lock ?? node.get('retention_policy') ?? node,
    };
  },
  examples: {
    bad: bucket('false'),
    good: bucket('true'),
  },
});

function bucket(locked: string): string {
  return `resource "google_storage_bucket" "audit" {
  name     = "acme-audit"
  location = "EU"

  retention_policy {
    retention_period = 31536000
    is_locked        = ${locked}
  }
}

resource "google_logging_project_sink" "audit" {
  name        = "audit"
  destination = "storage.googleapis.com/\${google_storage_bucket.audit.name}"
}
`;
}
