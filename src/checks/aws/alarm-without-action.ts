import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/alarm-without-action',
  title: 'Alarm that tells nobody',
  dimension: 'observability',
  severity: 'medium',
  why: 'An alarm without actions turns red in a console that nobody looks at. It is worse than none, as everybody believes that the thing is watched.',
  sameAs: ['checkov:CKV_AWS_319'],
  controls: ['soc2:CC7.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-actions',
  ],
  visits: resources('aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'),
  judge({ resource, node }, graph) {
    const enabled = node.get('actions_enabled');
    const actions = node.list('alarm_actions');
    if (actions.length > 0 && enabled?.flag() !== false) return;
    // it may be one of the conditions of something else: a composite alarm, a rollback, a health check
    if (graph.to(resource).some(({ from }) => !/^(output|data\.)/.test(from.type))) return;
    const written = node.get('alarm_actions');
    return {
      message:
        actions.length > 0
          ? `${resource.address} has actions_enabled = false: it turns red and nobody hears of it.`
          : `${resource.address} has no alarm_actions: it turns red and nobody hears of it. Send it to an SNS topic that somebody reads.`,
      at: actions.length > 0 ? enabled! : (written ?? node),
      ...(isNonProduction(resource) && { severity: 'low' }),
    };
  },
  examples: {
    bad: alarm(''),
    good: alarm('  alarm_actions       = ["arn:aws:sns:eu-central-1:123456789012:on-call"]\n'),
  },
});

function alarm(actions: string): string {
  return `resource "aws_cloudwatch_metric_alarm" "orders_age" {
  alarm_name          = "orders-age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 5
${actions}}
`;
}
