import type { Selector, Subject } from '../../graph/selector.ts';
import { needWhole } from '../../graph/terraform/settings.ts';
import { uniqueBlocks } from '../../graph/terraform/unique-blocks.ts';
import type { Mention } from '../../read/terraform/mention-walk.ts';
import { mentionsOf } from '../../read/terraform/mentions.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';
import { check } from '../check.ts';

interface Mentioning extends Subject {
  readonly resource: TerraformResource;
}

const blocks: Selector<Mentioning> = {
  of: 'Terraform blocks',
  find: (graph) => uniqueBlocks(graph).map((resource) => ({ resource, node: resource.body })),
};

export default check({
  id: 'terraform/reference-undeclared',
  title: 'Reference to something that is not declared',
  dimension: 'functionality',
  severity: 'high',
  why: 'A name that the module does not declare stops every plan. It is a slip of the pen, or what is left of something that was renamed or moved to another module.',
  sources: ['https://developer.hashicorp.com/terraform/language/expressions/references'],
  visits: blocks,
  judge({ resource }) {
    const undeclared = mentionsOf(resource, (names) => !isDeclared(names, resource));
    if (undeclared.length > 0) needWhole(resource);
    return undeclared.map(({ names, node }) => ({
      message: `${resource.address} refers to ${names.join('.')}, which its module does not declare: no plan can be made. Correct the name, or declare it.`,
      at: node,
      key: names.join('.'),
    }));
  },
  examples: {
    bad: 'variable "name" { type = string }\n\nresource "aws_sqs_queue" "orders" {\n  name = var.nmae\n}\n',
    good: 'variable "name" { type = string }\n\nresource "aws_sqs_queue" "orders" {\n  name = var.name\n}\n',
  },
});

function isDeclared(mention: Mention, { instance: { source } }: TerraformResource): boolean {
  const [root, first, second] = mention.names;
  if (first === undefined) return true;
  switch (root) {
    case 'var':
      return source.variables.has(first);
    case 'local':
      return source.locals.has(first);
    case 'module':
      return source.calls.has(first);
    case 'data':
      return second === undefined || source.data.has(mention.inner);
    default:
      // names bound by for, dynamic and provider functions are no resource types; types have an underscore
      return (
        !root!.includes('_') || !/^[a-z0-9]+_[a-z0-9_]+$/.test(root!) || source.resources.has(mention.pair)
      );
  }
}
