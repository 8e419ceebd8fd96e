import { isApplied, needWhole, roots } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/required-version-missing',
  title: 'Root module without a Terraform version',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'Versions of Terraform differ in the syntax and the functions that they know, in what they plan, and in what they write into the state. A constraint stops whoever runs another one with a sentence that says so, before anything is planned.',
  sources: ['https://developer.hashicorp.com/terraform/language/block/terraform#required_version'],
  visits: roots,
  judge(root) {
    const own = root.members.filter(({ type, instance }) => type === 'terraform' && instance.address === '');
    if (!isApplied(root) || own.some(({ body }) => body.peek('required_version'))) return;
    needWhole(root.resource);
    return {
      message: `${root.resource.unit.path === '.' ? 'This root module' : root.resource.unit.path} does not say which Terraform it is for: set required_version in its terraform block.`,
    };
  },
  examples: {
    bad: 'provider "aws" {}\n\nresource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n',
    good: 'terraform {\n  required_version = "~> 1.10"\n}\n\nprovider "aws" {}\n\nresource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n',
  },
});
