import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/log-retention-short',
  title: 'Log bucket that forgets within a month, or keeps for years',
  dimension: 'observability',
  severity: 'low',
  why: 'A break-in is found after weeks on average: logs of less than 30 days, which cost nothing to keep so long, are gone by then. Beyond that every gigabyte is paid each month, so that years belong into a cheap bucket.',
  controls: ['pci-dss:10.5.1', 'soc2:CC7.2'],
  sources: ['https://cloud.google.com/logging/docs/buckets#custom-retention'],
  visits: resources(
    'google_logging_project_bucket_config',
    'google_logging_folder_bucket_config',
    'google_logging_organization_bucket_config',
  ),
  judge({ resource, node }) {
    const retention = node.get('retention_days');
    const days = retention?.amount();
    if (!retention || days === undefined || isNonProduction(resource)) return;
    if (days < 30)
      return {
        message: `${resource.address} forgets its logs after ${days} ${days === 1 ? 'day' : 'days'}: 30 cost nothing more.`,
        at: retention,
        fix: {
          safety: 'safe',
          summary: 'keep logs for 30 days',
          edits: [{ op: 'replace', node: retention, value: 30 }],
        },
      };
    if (days <= 400) return;
    return {
      message: `${resource.address} keeps its logs for ${days} days, each gigabyte paid every month: keep a year here, and send the rest to a bucket of class ARCHIVE with a sink.`,
      at: retention,
      severity: 'info',
    };
  },
  examples: {
    bad: bucket(7),
    good: bucket(90),
  },
});

function bucket(days: number): string {
  return `resource "google_logging_project_bucket_config" "default" {
  project        = "acme-shop"
  location       = "global"
  bucket_id      = "_Default"
  retention_days = ${days}
}
`;
}
