import { schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/block-count',
  title: 'Block that may stand only once',
  dimension: 'functionality',
  severity: 'high',
  why: 'Many nested blocks may stand once only, and Terraform refuses a second one rather than to merge them. Put what they say into one block.',
  sources: ['https://developer.hashicorp.com/terraform/plugin/sdkv2/schemas/schema-behaviors#maxitems'],
  visits: schemaSubjects,
  judge({ resource, violations }) {
    return violations
      .filter(({ kind }) => kind === 'block-count')
      .map(({ path, node, message }) => ({
        key: path,
        at: node,
        message: `${resource.local} ${message}. No plan can be made.`,
      }));
  },
  examples: {
    bad: `resource "aws_s3_bucket_versioning" "orders" {
  bucket = "orders"

  versioning_configuration {
    status = "Enabled"
  }

  versioning_configuration {
    mfa_delete = "Enabled"
  }
}
`,
    good: `resource "aws_s3_bucket_versioning" "orders" {
  bucket = "orders"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}
`,
  },
});
