import { certainOf } from '../../graph/certain.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const switches = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
] as const;

export default check({
  id: 'aws/access-point-open',
  title: 'Access point that a policy could make public',
  dimension: 'security',
  severity: 'medium',
  why: 'An access point is a second door to a bucket, with a policy of its own. AWS closes it to the public unless it is told otherwise, and what is told cannot be changed later: the access point has to be made anew.',
  sameAs: ['checkov:CKV_AWS_392'],
  controls: ['cis-aws:2.1.4', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html'],
  visits: resources('aws_s3_access_point', 'aws_s3control_multi_region_access_point'),
  judge({ resource, node }) {
    const blocks = node.get(
      ...(resource.type === 'aws_s3_access_point' ? [] : ['details']),
      ...(resource.type === 'aws_s3_access_point'
        ? ['public_access_block_configuration']
        : ['public_access_block']),
    );
    const off = certainOf(switches, (name) => blocks?.flag(name) === false);
    if (off.length === 0) return;
    return {
      message: `${resource.address} turns ${off.join(', ')} off, so its policy may open the bucket to everybody: leave the public access block as it is by default.`,
      at: blocks?.get(off[0]!) ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_s3_access_point" "partners" {\n  bucket = "acme-media"\n  name   = "partners"\n\n  public_access_block_configuration {\n    block_public_policy     = false\n    restrict_public_buckets = false\n  }\n}\n',
    good: 'resource "aws_s3_access_point" "partners" {\n  bucket = "acme-media"\n  name   = "partners"\n}\n',
  },
});
