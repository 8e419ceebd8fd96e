import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudtrail-without-global-events',
  title: 'Trail of all regions that is to leave global services out',
  dimension: 'functionality',
  severity: 'medium',
  why: 'IAM, STS and CloudFront have no region, and a trail of all regions records them: CloudTrail refuses one that is told not to, so the apply fails. A trail of one region may leave them out, so that a second one does not record them again.',
  sources: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html'],
  visits: resources('aws_cloudtrail'),
  judge({ resource, node }) {
    if (node.flag('is_multi_region_trail') !== true) return;
    const global = node.get('include_global_service_events');
    if (global?.flag() !== false) return;
    return {
      message: `${resource.address} is to record every region, but not IAM, STS and CloudFront, and CloudTrail refuses the one without the other: take include_global_service_events out.`,
      at: global,
      fix: {
        safety: 'safe',
        summary: 'set include_global_service_events to true, the only value that such a trail can have',
        edits: [{ op: 'replace', node: global, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_cloudtrail" "main" {\n  name                          = "main"\n  s3_bucket_name                = "acme-trail"\n  is_multi_region_trail         = true\n  include_global_service_events = false\n}\n',
    good: 'resource "aws_cloudtrail" "main" {\n  name                  = "main"\n  s3_bucket_name        = "acme-trail"\n  is_multi_region_trail = true\n}\n',
  },
});
