import { nearest } from '../../config/nearest.ts';
import { type OutputReferences, outputReferences } from '../../graph/terraform/output-references.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/module-output-undeclared',
  title: 'Reference to an output that the module does not have',
  dimension: 'functionality',
  severity: 'high',
  why: 'A module gives its caller what it declares as outputs and nothing else. A reference to anything else stops every plan. Correct the name, or declare the output in the module.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/values/outputs#accessing-child-module-outputs',
  ],
  visits: outputReferences,
  judge({ resource, references }: OutputReferences) {
    return references.flatMap(({ call, module, output, node, onlyOrders }) => {
      if (module.outputs.has(output)) return [];
      const near = nearest(output, module.outputs.keys());
      const toDo = near === undefined ? 'Declare it there, or correct the name.' : `Did you mean ${near}?`;
      if (onlyOrders)
        return [
          {
            key: `${call}.${output}`,
            at: node,
            message: `${resource.local} is to wait for ${call}.${output}, and the module in ${module.folder} has no such output: Terraform passes over it and waits for nothing. ${toDo}`,
            severity: 'low',
          } as const,
        ];
      return [
        {
          key: `${call}.${output}`,
          at: node,
          message: `${resource.local} refers to ${call}.${output}, and the module in ${module.folder} has no such output: no plan can be made. ${toDo}`,
        },
      ];
    });
  },
  examples: {
    bad: {
      'main.tf':
        'module "queue" {\n  source = "./queue"\n}\n\noutput "orders" {\n  description = "Where orders are sent to"\n  value       = module.queue.uri\n}\n',
      'queue/main.tf':
        'resource "aws_sqs_queue" "this" {\n  name = "orders"\n}\n\noutput "url" {\n  description = "Where messages are sent to"\n  value       = aws_sqs_queue.this.url\n}\n',
    },
    good: {
      'main.tf':
        'module "queue" {\n  source = "./queue"\n}\n\noutput "orders" {\n  description = "Where orders are sent to"\n  value       = module.queue.url\n}\n',
      'queue/main.tf':
        'resource "aws_sqs_queue" "this" {\n  name = "orders"\n}\n\noutput "url" {\n  description = "Where messages are sent to"\n  value       = aws_sqs_queue.this.url\n}\n',
    },
  },
});
