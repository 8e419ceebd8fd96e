import { variables } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/variable-untyped',
  title: 'Variable without a type',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'A variable without a type takes anything, and a wrong value is told only where it is used, deep in a module, or by the provider at apply. A type is checked at the call, and tells the reader what to give.',
  sameAs: ['kics:terraform/general/variable_without_type'],
  sources: ['https://developer.hashicorp.com/terraform/language/values/variables#type-constraints'],
  visits: variables,
  judge({ resource, node }) {
    if (node.peek('type')) return;
    return {
      message: `Variable ${resource.name} has no type, so a wrong value is told only where it is used: state its type.`,
    };
  },
  examples: {
    bad: 'variable "zones" {\n  default = []\n}\n',
    good: 'variable "zones" {\n  type    = list(string)\n  default = []\n}\n',
  },
});
