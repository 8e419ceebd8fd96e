import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudtrail-off',
  title: 'Trail that is switched off',
  dimension: 'observability',
  severity: 'high',
  why: 'A trail that does not log looks like one that does in every inventory. What happens while it is off is not recorded anywhere else for longer than 90 days, and switching it off is the first thing an intruder does.',
  sameAs: ['checkov:CKV_AWS_251', 'kics:terraform/aws/cloudtrail_logging_disabled'],
  controls: ['cis-aws:3.1', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html'],
  visits: resources('aws_cloudtrail'),
  judge({ resource, node }) {
    const logging = node.get('enable_logging');
    if (logging?.flag() !== false) return;
    return {
      message: `${resource.address} is switched off, so nothing records who changes what in the account: take enable_logging = false out.`,
      at: logging,
      fix: {
        safety: 'unsafe',
        summary: 'set enable_logging to true',
        edits: [{ op: 'replace', node: logging, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n  enable_logging = false\n}\n',
    good: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n}\n',
  },
});
