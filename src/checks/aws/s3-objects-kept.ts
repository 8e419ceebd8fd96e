import { lifecycleRulesOf, purposeOf } from '../../graph/aws/s3-buckets.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/s3-objects-kept',
  title: 'Bucket that only grows',
  dimension: 'cost',
  severity: 'low',
  why: 'Without a lifecycle nothing ever leaves the bucket or moves to a cheaper class, and unfinished uploads are paid without being seen. Logs and build results double every year and are read for weeks. A rule that moves or expires them pays from the first month.',
  sameAs: ['checkov:CKV2_AWS_61'],
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html'],
  visits: resources('aws_s3_bucket'),
  judge({ resource }, graph) {
    const purpose = purposeOf(graph, resource);
    // small, and read as they are
    if (purpose === 'state' || purpose === 'website') return;
    if (lifecycleRulesOf(graph, resource).length > 0) return;
    return {
      message:
        purpose === 'logs'
          ? `${resource.address} keeps its logs for ever: add an aws_s3_bucket_lifecycle_configuration that expires them.`
          : `Nothing ever leaves ${resource.address} or moves to a cheaper class: add an aws_s3_bucket_lifecycle_configuration, if only to end unfinished uploads.`,
      ...(purpose === 'logs' && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "reports" {\n  bucket = "acme-reports"\n}\n',
    good: 'resource "aws_s3_bucket" "reports" {\n  bucket = "acme-reports"\n}\n\nresource "aws_s3_bucket_lifecycle_configuration" "reports" {\n  bucket = aws_s3_bucket.reports.id\n\n  rule {\n    id     = "old"\n    status = "Enabled"\n\n    filter {}\n\n    transition {\n      days          = 30\n      storage_class = "STANDARD_IA"\n    }\n\n    abort_incomplete_multipart_upload {\n      days_after_initiation = 7\n    }\n  }\n}\n',
  },
});
