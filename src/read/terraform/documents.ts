import type { Node } from '../../model/node.ts';
import { BlockNode } from './block-node.ts';
import type { Definition } from './configuration.ts';
import { ExpressionNode } from './expression-node.ts';
import { followChain, traversalOf } from './origins.ts';

/**
 * What a text attribute that holds a document is made from, where that says more than the text: the argument of
 * `jsonencode`, whose parts keep their places and may be unknown one by one, or the body of the data source
 * `aws_iam_policy_document`.
 */
export function documentOf(
  node: Node,
):
  | { readonly kind: 'object'; readonly node: Node }
  | { readonly kind: 'data'; readonly body: Node }
  | undefined {
  if (!(node instanceof ExpressionNode)) return undefined;
  const last: Definition = followChain(node.definition).at(-1)!;
  const { expression, file, place } = last;
  if (expression.kind === 'call' && expression.name === 'jsonencode' && expression.args[0])
    return { kind: 'object', node: new ExpressionNode(file, expression.args[0], place) };
  const path = traversalOf(expression);
  if (path?.[0] !== 'data' || path[1] !== 'aws_iam_policy_document') return undefined;
  const declared = place.instance.source.data.get(`${path[1]}.${path[2]}`);
  return declared && { kind: 'data', body: new BlockNode(declared.file, declared.block, place) };
}
