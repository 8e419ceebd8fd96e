import { isBlank, outputs } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/output-undescribed',
  title: 'Output without a description',
  dimension: 'iac-quality',
  severity: 'info',
  why: 'Outputs are the interface that other code builds on. Without a description a reader has to find the resource behind each one to know what it is and whether it may change.',
  sameAs: ['kics:terraform/general/output_without_description'],
  sources: [
    'https://developer.hashicorp.com/terraform/language/values/outputs#description-input-variable-documentation',
  ],
  visits: outputs,
  judge({ resource, node }) {
    const description = node.peek('description');
    if (description && !isBlank(description)) return;
    return { message: `Output ${resource.name} has no description: say what it is and who needs it.` };
  },
  examples: {
    bad: 'output "zone" {\n  value = "eu-central-1a"\n}\n',
    good: 'output "zone" {\n  description = "Zone that the primary runs in."\n  value       = "eu-central-1a"\n}\n',
  },
});
