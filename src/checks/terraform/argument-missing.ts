import { versionsInWords } from '../../graph/terraform/schema-severity.ts';
import { schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/argument-missing',
  title: 'Required argument that is missing',
  dimension: 'functionality',
  severity: 'high',
  why: 'Terraform refuses a resource without an argument or block that its provider requires, so nothing of the module can be planned. Give it, or take the resource out.',
  sources: ['https://developer.hashicorp.com/terraform/language/resources/syntax'],
  visits: schemaSubjects,
  judge({ resource, violations, facts, versions }) {
    return violations
      .filter(({ kind }) => kind === 'missing')
      .map(({ path, node, message }) => ({
        key: path,
        at: node,
        message: `${resource.local} ${message} (as of ${versionsInWords(facts, versions)}): no plan can be made. Give it a value.`,
      }));
  },
  examples: {
    bad: `resource "aws_lambda_function" "resize" {
  function_name = "resize"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/resize:1.4.2"
  package_type  = "Image"
}
`,
    good: `resource "aws_lambda_function" "resize" {
  function_name = "resize"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/resize:1.4.2"
  package_type  = "Image"
  role          = "arn:aws:iam::111122223333:role/resize"
}
`,
  },
});
