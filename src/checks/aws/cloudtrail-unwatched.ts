import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudtrail-unwatched',
  title: 'Trail that no alarm can watch',
  dimension: 'observability',
  severity: 'low',
  why: 'Files in S3 are read after the damage. Alarms on what matters at once (a sign-in as root, a changed policy, a trail switched off) are metric filters over a log group, and there is none unless the trail writes to CloudWatch Logs too. Where EventBridge rules or another account watch the trail, suppress this.',
  sameAs: [
    'checkov:CKV2_AWS_10',
    'kics:terraform/aws/cloudtrail_not_integrated_with_cloudwatch',
    'regula:FG_R00029',
    'trivy:AWS-0162',
  ],
  controls: ['pci-dss:10.4.1', 'soc2:CC7.2'],
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
  ],
  visits: resources('aws_cloudtrail'),
  judge({ resource, node }, graph) {
    if (node.has('cloud_watch_logs_group_arn')) return;
    if (
      graph
        .ofType('aws_cloudwatch_event_rule')
        .some(({ body }) => watchesCalls(body.peek('event_pattern')?.content))
    )
      return;
    return {
      message: `${resource.address} only writes files into S3, so nothing notices a call while it matters: send it to a log group too (cloud_watch_logs_group_arn and cloud_watch_logs_role_arn), and set alarms there.`,
    };
  },
  examples: {
    bad: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n}\n',
    good: 'resource "aws_cloudtrail" "main" {\n  name                       = "main"\n  s3_bucket_name             = "acme-trail"\n  cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:trail:*"\n  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail"\n}\n',
  },
});

/** A rule of EventBridge over API calls gets what CloudTrail records, within seconds. */
function watchesCalls(pattern: unknown): boolean {
  return typeof pattern === 'string' && pattern.includes('via CloudTrail');
}
