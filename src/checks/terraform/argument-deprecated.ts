import { versionsInWords } from '../../graph/terraform/schema-severity.ts';
import { schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/argument-deprecated',
  title: 'Argument that the provider is going to remove',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'A deprecated argument still works and warns at every plan; the next major version of the provider refuses it. Replacing it now is a small change, and keeps the upgrade of the provider one.',
  sources: ['https://developer.hashicorp.com/terraform/plugin/sdkv2/best-practices/deprecations'],
  visits: schemaSubjects,
  judge({ resource, violations, facts, versions }) {
    return violations
      .filter(({ kind }) => kind === 'deprecated')
      .map(({ path, node, message }) => ({
        key: path,
        at: node,
        message: `${resource.local} ${message}, which is deprecated (${versionsInWords(facts, versions)}): the documentation of the resource says what takes its place.`,
      }));
  },
  examples: {
    bad: `resource "aws_s3_bucket" "orders" {
  bucket = "orders"
  acl    = "private"
}
`,
    good: `resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  acl    = "private"
}
`,
  },
});
