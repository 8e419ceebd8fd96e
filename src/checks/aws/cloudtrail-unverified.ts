import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudtrail-unverified',
  title: 'Trail whose log files can be changed unnoticed',
  dimension: 'observability',
  severity: 'low',
  why: 'With validation CloudTrail signs a digest of its files every hour, so that a changed or missing file can be proved. Without it a log is evidence only as long as nobody doubts who could write to the bucket.',
  sameAs: [
    'checkov:CKV_AWS_36',
    'kics:terraform/aws/cloudtrail_log_file_validation_disabled',
    'regula:FG_R00027',
    'trivy:AWS-0016',
  ],
  controls: ['cis-aws:3.2', 'pci-dss:10.3.4', 'soc2:CC7.2'],
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
  ],
  visits: resources('aws_cloudtrail'),
  judge({ resource, node }) {
    const validation = node.get('enable_log_file_validation');
    if (validation?.flag() === true) return;
    return {
      message: `Nobody can prove that the files of ${resource.address} are as CloudTrail wrote them: set enable_log_file_validation, which costs nothing.`,
      at: validation ?? node,
      fix: {
        safety: 'safe',
        summary: 'set enable_log_file_validation to true',
        edits: [{ op: 'set', in: node, path: ['enable_log_file_validation'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n}\n',
    good: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n\n  enable_log_file_validation = true\n}\n',
  },
});
