import { needWhole, variables } from '../../graph/terraform/settings.ts';
import { namesUsedIn } from '../../read/terraform/mentions.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/variable-unused',
  title: 'Variable that nothing uses',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'Callers set it, reviewers look at it, and it changes nothing: a limit or a switch that seems to work and does not is worse than none.',
  sources: [
    'https://github.com/terraform-linters/tflint-ruleset-terraform/blob/main/docs/rules/terraform_unused_declarations.md',
  ],
  visits: variables,
  judge({ resource }) {
    if (namesUsedIn(resource.instance.source).has(`var.${resource.name}`)) return;
    needWhole(resource);
    return {
      message: `Nothing in the module uses variable ${resource.name}, so whatever is given for it changes nothing: use it, or take it out.`,
    };
  },
  examples: {
    bad: 'variable "retention" {\n  type = number\n}\n\nresource "aws_cloudwatch_log_group" "api" {\n  name = "api"\n}\n',
    good: 'variable "retention" {\n  type = number\n}\n\nresource "aws_cloudwatch_log_group" "api" {\n  name              = "api"\n  retention_in_days = var.retention\n}\n',
  },
});
