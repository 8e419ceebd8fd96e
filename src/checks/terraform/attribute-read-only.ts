import { schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/attribute-read-only',
  title: 'Attribute set that can only be read',
  dimension: 'functionality',
  severity: 'high',
  why: 'Attributes such as an ARN or an endpoint are what the provider tells after it made the resource. Terraform refuses a configuration that sets one. Take it out; where it is needed, refer to it.',
  sources: ['https://developer.hashicorp.com/terraform/plugin/framework/handling-data/attributes#computed'],
  visits: schemaSubjects,
  judge({ resource, violations }) {
    return violations
      .filter(({ kind }) => kind === 'read-only')
      .map(({ path, node, message }) => ({
        key: path,
        at: node,
        message: `${resource.local} ${message}. No plan can be made with it.`,
      }));
  },
  examples: {
    bad: `resource "aws_sns_topic" "orders" {
  name = "orders"
  arn  = "arn:aws:sns:eu-west-1:111122223333:orders"
}
`,
    good: `resource "aws_sns_topic" "orders" {
  name = "orders"
}
`,
  },
});
