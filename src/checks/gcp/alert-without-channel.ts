import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/alert-without-channel',
  title: 'Alert that tells nobody',
  dimension: 'observability',
  severity: 'medium',
  why: 'A policy without a notification channel opens incidents in a console that nobody looks at. It is worse than none, as everybody believes that the thing is watched.',
  controls: ['soc2:CC7.2'],
  sources: ['https://cloud.google.com/monitoring/alerts/concepts-notifications'],
  visits: resources('google_monitoring_alert_policy'),
  judge({ resource, node }) {
    const enabled = node.get('enabled');
    const channels = node.get('notification_channels');
    const isOff = enabled?.flag() === false;
    if (!isOff && channels && node.list('notification_channels').length > 0) return;
    return {
      message: isOff
        ? `${resource.address} is switched off: it opens no incident and nobody hears of it.`
        : `${resource.address} names no notification_channels: it opens an incident and nobody hears of it.`,
      at: (isOff ? enabled : channels) ?? node,
      ...(isNonProduction(resource) && { severity: 'low' }),
    };
  },
  examples: {
    bad: policy(''),
    good: policy('  notification_channels = ["projects/acme-shop/notificationChannels/1234567890"]\n'),
  },
});

function policy(channels: string): string {
  return `resource "google_monitoring_alert_policy" "errors" {
  display_name = "API errors"
  combiner     = "OR"
${channels}
  conditions {
    display_name = "errors"

    condition_threshold {
      filter     = "metric.type=\\"run.googleapis.com/request_count\\" resource.type=\\"cloud_run_revision\\""
      comparison = "COMPARISON_GT"
      duration   = "300s"
    }
  }
}
`;
}
