import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/alert-without-runbook',
  title: 'Alert that does not say what to do',
  dimension: 'observability',
  severity: 'low',
  why: 'Whoever is woken at night by it begins with finding out what it means. A documentation with what it means for users, where to look and what to do is sent along with the notification.',
  controls: ['soc2:CC7.4'],
  sources: ['https://cloud.google.com/monitoring/alerts/doc-variables'],
  visits: resources('google_monitoring_alert_policy'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const text = node.get('documentation', 'content');
    if (text && text.content !== '') return;
    if (node.has('documentation', 'links')) return;
    return {
      message: `${resource.address} comes without a word on what to do: set documentation.content to a runbook, or to a link to one.`,
      at: text ?? node,
    };
  },
  examples: {
    bad: policy(''),
    good: policy('\n  documentation {\n    content = "See docs/runbooks/api-errors.md"\n  }\n'),
  },
});

function policy(text: string): string {
  return `resource "google_monitoring_alert_policy" "errors" {
  display_name          = "API errors"
  combiner              = "OR"
  notification_channels = ["projects/acme-shop/notificationChannels/1234567890"]
${text}}
`;
}
