import { nearest } from '../../config/nearest.ts';
import { calledModule } from '../../graph/terraform/called-module.ts';
import { moduleCalls } from '../../graph/terraform/settings.ts';
import { Node } from '../../model/node.ts';
import { fileOfItem } from '../../read/terraform/module-source.ts';
import { check } from '../check.ts';

/** Arguments that Terraform takes in every call. Source: Terraform documentation, Module Blocks. */
const meta = new Set(['source', 'version', 'providers', 'count', 'for_each', 'depends_on']);

export default check({
  id: 'terraform/module-argument-unknown',
  title: 'Argument that the module has no variable for',
  dimension: 'functionality',
  severity: 'high',
  why: 'Terraform refuses a call that passes something the module does not declare as a variable, so nothing of the root can be planned. The name is misspelt, or the module renamed or dropped the variable. Correct it, take it out, or declare the variable.',
  sources: ['https://developer.hashicorp.com/terraform/language/modules/syntax#calling-a-child-module'],
  visits: moduleCalls,
  judge({ resource }) {
    const { file, block } = resource.declared;
    const { variables, folder } = calledModule(resource);
    return block.body.items.flatMap((item) => {
      const name = item.kind === 'attribute' ? item.name : item.type;
      if (item.kind === 'attribute' && (meta.has(name) || variables.has(name))) return [];
      const home = fileOfItem(item, file);
      const end = item.kind === 'attribute' ? item.value.end : item.open;
      const near = nearest(name, variables.keys());
      const remedy = near === undefined ? 'Take it out, or declare the variable.' : `Did you mean ${near}?`;
      return [
        {
          key: name,
          at: new Node(home, item.start, end, null),
          message:
            item.kind === 'block'
              ? `${resource.local} has a block ${name}, and modules take arguments only: write ${name} = …`
              : `${resource.local} passes ${name}, which the module in ${folder} has no variable for: no plan can be made. ${remedy}`,
        },
      ];
    });
  },
  examples: {
    bad: {
      'main.tf': 'module "queue" {\n  source   = "./queue"\n  quename = "orders"\n}\n',
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
