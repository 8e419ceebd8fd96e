import { purposeOf } from '../../graph/aws/s3-buckets.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/bucket-emptied-on-destroy',
  title: 'Bucket that is deleted with everything in it',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'S3 refuses to delete a bucket that is not empty, which has saved many a dataset. With force_destroy Terraform empties it first, all versions included, when the resource is removed or renamed. It weighs more in production; an environment that is named otherwise is left alone.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket#force_destroy',
  ],
  visits: resources('aws_s3_bucket'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource)) return;
    const force = node.get('force_destroy');
    if (force?.flag() !== true) return;
    const purpose = purposeOf(graph, resource);
    if (purpose === 'scratch' || purpose === 'website') return;
    return {
      message: `${resource.address} is emptied, with all versions, when it is removed from the code or renamed: take force_destroy out.`,
      at: force,
      fix: {
        safety: 'safe',
        summary: 'set force_destroy to false',
        edits: [{ op: 'replace', node: force, value: false }],
      },
      ...(isProduction(resource) && purpose !== 'logs' && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "invoices" {\n  bucket        = "acme-invoices"\n  force_destroy = true\n}\n',
    good: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n}\n',
  },
});
