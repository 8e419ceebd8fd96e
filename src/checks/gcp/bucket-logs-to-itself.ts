import { buckets } from '../../graph/gcp/buckets.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/bucket-logs-to-itself',
  title: 'Bucket that writes its access logs into itself',
  dimension: 'observability',
  severity: 'low',
  why: 'Whoever may change the bucket may also change the record of who did, the logs mix with the data under the same grants, and the lifecycle of one holds for the other. Write them into a bucket of their own.',
  sameAs: ['checkov:CKV_GCP_63'],
  controls: ['pci-dss:10.3.2', 'soc2:CC7.2'],
  sources: ['https://cloud.google.com/storage/docs/access-logs'],
  visits: buckets,
  judge({ resource, node }) {
    const target = node.get('logging', 'log_bucket');
    const name = node.peek('name')?.content;
    if (!target || typeof name !== 'string' || target.peek()?.content !== name) return;
    return {
      message: `${resource.address} writes its access logs into itself: name a bucket of its own in logging.log_bucket, which only auditors read.`,
      at: target,
    };
  },
  examples: {
    bad: bucket('acme-reports'),
    good: bucket('acme-usage-logs'),
  },
});

function bucket(target: string): string {
  return `resource "google_storage_bucket" "reports" {
  name     = "acme-reports"
  location = "EU"

  logging {
    log_bucket = "${target}"
  }
}
`;
}
