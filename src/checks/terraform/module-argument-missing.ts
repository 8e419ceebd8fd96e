import { calledModule } from '../../graph/terraform/called-module.ts';
import { moduleCalls } from '../../graph/terraform/settings.ts';
import { attributeOf } from '../../read/terraform/written.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/module-argument-missing',
  title: 'Module called without a variable that it requires',
  dimension: 'functionality',
  severity: 'high',
  why: 'A variable without a default has to be passed by every call of the module, or Terraform refuses the call and nothing of the root can be planned. Pass it, or give the variable a default.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/values/variables#declaring-an-input-variable',
  ],
  visits: moduleCalls,
  judge({ resource }) {
    const { items } = resource.block.body;
    const { variables, folder } = calledModule(resource);
    return [...variables].flatMap(([name, { block }]) => {
      if (attributeOf(block.body.items, 'default') || attributeOf(items, name)) return [];
      return [
        {
          key: name,
          message: `${resource.local} does not pass ${name}, which the module in ${folder} requires: no plan can be made. Pass it, or give the variable a default.`,
        },
      ];
    });
  },
  examples: {
    bad: {
      'main.tf': 'module "queue" {\n  source = "./queue"\n}\n',
      'queue/main.tf':
        'variable "queue_name" {\n  type = string\n}\n\nresource "aws_sqs_queue" "this" {\n  name = var.queue_name\n}\n',
    },
    good: {
      'main.tf': 'module "queue" {\n  source     = "./queue"\n  queue_name = "orders"\n}\n',
      'queue/main.tf':
        'variable "queue_name" {\n  type = string\n}\n\nresource "aws_sqs_queue" "this" {\n  name = var.queue_name\n}\n',
    },
  },
});
