import type { Selector, Subject } from '../../graph/selector.ts';
import { uniqueBlocks } from '../../graph/terraform/unique-blocks.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';
import type { Expression } from '../../syntax/hcl/tree.ts';
import { check } from '../check.ts';

interface Counted extends Subject {
  readonly resource: TerraformResource;
  readonly count: Expression;
}

const counted: Selector<Counted> = {
  of: 'blocks with count',
  find: (graph) => {
    const found: Counted[] = [];
    for (const resource of uniqueBlocks(graph)) {
      const { repetition } = resource.declared.meta;
      if (repetition?.name === 'count')
        found.push({ resource, node: resource.body, count: repetition.value });
    }
    return found;
  },
};

export default check({
  id: 'terraform/count-over-list',
  title: 'Instances counted by the length of a list',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'Instances made by count are known by their position. Taking an item out of the middle of the list moves all that follow by one, and the next apply changes or replaces each of them. With for_each every instance keeps its own key.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/meta-arguments/count#when-to-use-for_each-instead-of-count',
  ],
  visits: counted,
  judge({ resource, node, count }) {
    if (!isLength(count)) return;
    return {
      message: `${resource.type}.${resource.name} has an instance for each position of a list: removing one item changes or replaces all behind it. Use for_each over a map or a set.`,
      at: node.peek('count') ?? node,
    };
  },
  examples: {
    bad: `variable "queues" { type = list(string) }

resource "aws_sqs_queue" "this" {
  count = length(var.queues)
  name  = var.queues[count.index]
}
`,
    good: `variable "enabled" { type = bool }

resource "aws_sqs_queue" "this" {
  count = var.enabled ? 1 : 0
  name  = "orders"
}
`,
  },
});

/** `length(…)`, also behind a condition: `var.on ? length(…) : 0`. */
function isLength(expression: Expression): boolean {
  if (expression.kind === 'parenthesised') return isLength(expression.inner);
  if (expression.kind === 'conditional') return isLength(expression.then) || isLength(expression.else);
  return expression.kind === 'call' && expression.name === 'length';
}
