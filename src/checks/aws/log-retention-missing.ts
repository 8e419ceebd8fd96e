import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/log-retention-missing',
  title: 'Log group kept for ever',
  dimension: 'cost',
  severity: 'medium',
  why: 'A log group without retention keeps every line for ever, at 3 cents per gigabyte and month that add up year after year, and personal data in it longer than anybody may explain. Thirty to ninety days answer nearly every question; what an audit needs longer is cheaper in S3.',
  sameAs: ['checkov:CKV_AWS_66', 'kics:terraform/aws/cloudwatch_without_retention_period_specified'],
  controls: ['soc2:C1.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention',
    'https://aws.amazon.com/cloudwatch/pricing/',
  ],
  visits: resources('aws_cloudwatch_log_group'),
  judge({ resource, node }) {
    const retention = node.get('retention_in_days');
    if ((retention?.amount() ?? 0) !== 0) return;
    return {
      message: `${resource.address} keeps its logs for ever: set retention_in_days to what is looked at, such as 30.`,
      at: retention ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set retention_in_days to 30 (older logs are deleted)',
        edits: [{ op: 'set', in: node, path: ['retention_in_days'], value: 30 }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_cloudwatch_log_group" "api" {\n  name = "/shop/api"\n}\n',
    good: 'resource "aws_cloudwatch_log_group" "api" {\n  name              = "/shop/api"\n  retention_in_days = 30\n}\n',
  },
});
