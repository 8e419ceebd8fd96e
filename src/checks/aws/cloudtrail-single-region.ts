import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudtrail-single-region',
  title: 'Trail of one region only',
  dimension: 'observability',
  severity: 'medium',
  why: 'Whoever gets a key uses a region where nobody looks. A trail of one region does not see it, nor what global services such as IAM record elsewhere. One trail for all regions costs no more.',
  sameAs: ['checkov:CKV_AWS_67', 'kics:terraform/aws/cloudtrail_multi_region_disabled', 'trivy:AWS-0014'],
  controls: ['cis-aws:3.1', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
  ],
  visits: resources('aws_cloudtrail'),
  judge({ resource, node }) {
    const everywhere = node.get('is_multi_region_trail');
    if (everywhere?.flag() === true) return;
    return {
      message: `${resource.address} records one region, and what is done in any other goes unseen: set is_multi_region_trail.`,
      at: everywhere ?? node,
      fix: {
        safety: 'unsafe',
        summary:
          'set is_multi_region_trail to true (a second trail in another region is paid for its events)',
        edits: [{ op: 'set', in: node, path: ['is_multi_region_trail'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n}\n',
    good: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n\n  is_multi_region_trail = true\n}\n',
  },
});
