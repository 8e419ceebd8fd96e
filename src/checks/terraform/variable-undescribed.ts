import { isBlank, variables } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/variable-undescribed',
  title: 'Variable without a description',
  dimension: 'iac-quality',
  severity: 'info',
  why: 'The description is what a caller of the module reads, in the registry, in generated documentation and at the prompt: the unit, what the value is for, what happens when it changes.',
  sameAs: ['kics:terraform/general/variable_without_description'],
  sources: [
    'https://developer.hashicorp.com/terraform/language/values/variables#input-variable-documentation',
  ],
  visits: variables,
  judge({ resource, node }) {
    const description = node.peek('description');
    if (description && !isBlank(description)) return;
    return { message: `Variable ${resource.name} has no description: say what it is for and in which unit.` };
  },
  examples: {
    bad: 'variable "retention" {\n  type = number\n}\n',
    good: 'variable "retention" {\n  type        = number\n  description = "Days for which logs are kept."\n}\n',
  },
});
