import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudtrail-own-key-missing',
  title: 'Trail that whoever reads the bucket can read',
  dimension: 'security',
  severity: 'low',
  why: 'With the keys of S3 the right to read the bucket is enough to read who did what in the account. With a KMS key the reader needs the key as well, so that neither a wrong bucket policy nor a wide role alone gives the trail away, and its use is logged.',
  sameAs: [
    'checkov:CKV_AWS_35',
    'kics:terraform/aws/cloudtrail_log_files_not_encrypted_with_kms',
    'regula:FG_R00035',
    'trivy:AWS-0015',
  ],
  controls: ['cis-aws:3.5', 'pci-dss:10.3.1', 'soc2:CC6.1'],
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  ],
  visits: resources('aws_cloudtrail'),
  judge({ resource, node }) {
    const key = node.get('kms_key_id');
    if (key && key.content !== '') return;
    return {
      message: `The files of ${resource.address} are readable by whoever may read their bucket: set kms_key_id to a key whose policy lets CloudTrail encrypt and few decrypt.`,
      at: key ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n}\n',
    good: 'resource "aws_cloudtrail" "main" {\n  name           = "main"\n  s3_bucket_name = "acme-trail"\n  kms_key_id     = "arn:aws:kms:eu-central-1:123456789012:key/0a1b"\n}\n',
  },
});
