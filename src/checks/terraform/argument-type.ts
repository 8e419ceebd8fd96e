import { schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/argument-type',
  title: 'Argument of the wrong type',
  dimension: 'functionality',
  severity: 'high',
  why: 'Terraform turns numbers into texts and back, and refuses everything else: a list where a text is due, a text where a list is, a text that is no number. Nothing of the module can be planned until it is corrected.',
  sources: ['https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion'],
  visits: schemaSubjects,
  judge({ resource, violations }) {
    return violations
      .filter(({ kind }) => kind === 'wrong-type')
      .map(({ path, node, message }) => ({
        key: path,
        at: node,
        message: `${resource.local} ${message}: no plan can be made. Write what the argument takes.`,
      }));
  },
  examples: {
    bad: `resource "aws_db_subnet_group" "orders" {
  name       = "orders"
  subnet_ids = "subnet-0a1b2c3d"
}
`,
    good: `resource "aws_db_subnet_group" "orders" {
  name       = "orders"
  subnet_ids = ["subnet-0a1b2c3d", "subnet-4e5f6071"]
}
`,
  },
});
