import type { Node } from '../../model/node.ts';
import { BlockNode } from './block-node.ts';
import type { Definition } from './configuration.ts';
import { ExpressionNode } from './expression-node.ts';
import { followChain, keyText, traversalOf } from './origins.ts';

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
  const { expression, file, place } = endOf(node.definition);
  if (expression.kind === 'call' && expression.name === 'jsonencode' && expression.args[0])
    return { kind: 'object', node: new ExpressionNode(file, expression.args[0], place) };
  const path = traversalOf(expression);
  if (path?.[0] !== 'data' || path[1] !== 'aws_iam_policy_document') return undefined;
  const declared = place.instance.source.data.get(`${path[1]}.${path[2]}`);
  return declared && { kind: 'data', body: new BlockNode(declared.file, declared.block, place) };
}

/** Stands for a part of a text that cannot be told. From Unicode's private use area, so that no written text holds it. */
export const untold = '\uE000';

/** How many parts of templates are put together for one text: templates that double each other end here. */
const mostParts = 500;

/**
 * A text with what is known of it: interpolations that cannot be told (`${aws_s3_bucket.a.arn}`) stand as {@link untold}.
 * Looks through `base64encode`, `chomp` and `trimspace`.
 * @returns `undefined` where nothing of it is known, or it is no text
 */
export function writtenText(node: Node): string | undefined {
  return textOf(node, { left: mostParts });
}

function textOf(node: Node, budget: { left: number }): string | undefined {
  if (typeof node.content === 'string') return node.content;
  if (!(node instanceof ExpressionNode) || budget.left <= 0) return undefined;
  budget.left--;
  const { expression, file, place } = endOf(node.definition);
  if (expression.kind === 'call')
    return /^(base64encode|chomp|trimspace)$/.test(expression.name) && expression.args[0]
      ? textOf(new ExpressionNode(file, expression.args[0], place), budget)
      : undefined;
  if (expression.kind !== 'template') return undefined;
  let text = '';
  for (const part of expression.parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'interpolation')
      text += textOf(new ExpressionNode(file, part.value, place), budget) ?? untold;
    else return undefined;
  }
  return text;
}

/**
 * The pairs of an object that is written out although some of its keys cannot be told, as text with {@link untold} in them:
 * evaluated, such an object is unknown as a whole.
 */
export function writtenEntries(node: Node): readonly (readonly [string, Node])[] | undefined {
  if (!(node instanceof ExpressionNode)) return undefined;
  const { expression, file, place } = endOf(node.definition);
  if (expression.kind !== 'object') return undefined;
  return expression.items.map(({ key, value, start }) => {
    const name = keyText(key) ?? writtenText(new ExpressionNode(file, key, place)) ?? untold;
    return [name, new ExpressionNode(file, value, place, start)] as const;
  });
}

/** Conditions in conditions are followed this deep. */
const deepest = 16;

/** The last of a chain of references, taking the branches of conditions that are known. */
function endOf(definition: Definition): Definition {
  let last = followChain(definition).at(-1)!;
  for (let depth = 0; depth < deepest && last.expression.kind === 'conditional'; depth++) {
    const { expression, file, place } = last;
    const { content } = new ExpressionNode(file, expression.condition, place);
    if (typeof content !== 'boolean') break;
    last = followChain({ ...last, expression: content ? expression.then : expression.else }).at(-1)!;
  }
  return last;
}
