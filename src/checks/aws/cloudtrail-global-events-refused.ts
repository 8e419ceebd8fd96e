import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudtrail-global-events-refused',
  title: 'Trail of every region without global services',
  dimension: 'functionality',
  severity: 'medium',
  why: 'IAM, STS and CloudFront record what they do in one region for all. CloudTrail makes no trail of every region that leaves these events out: the apply fails, and nothing is recorded.',
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events',
  ],
  visits: resources('aws_cloudtrail'),
  judge({ resource, node }) {
    const global = node.get('include_global_service_events');
    if (global?.flag() !== false || node.get('is_multi_region_trail')?.flag() !== true) return;
    return {
      message: `${resource.address} is to record every region, but not IAM, STS and CloudFront (include_global_service_events is false), and CloudTrail refuses the one without the other: take it out.`,
      at: global,
      fix: {
        safety: 'safe',
        summary: 'set include_global_service_events to true, the only value that the trail can have',
        edits: [{ op: 'replace', node: global, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_cloudtrail" "main" {\n  name                          = "main"\n  s3_bucket_name                = "acme-trail"\n  is_multi_region_trail         = true\n  include_global_service_events = false\n}\n',
    good: 'resource "aws_cloudtrail" "main" {\n  name                  = "main"\n  s3_bucket_name        = "acme-trail"\n  is_multi_region_trail = true\n}\n',
  },
});
