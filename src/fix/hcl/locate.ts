import type {
  Attribute,
  Block,
  Body,
  Expression,
  ObjectConstructor,
  ObjectItem,
  Range,
  Tuple,
} from '../../syntax/hcl/tree.ts';

/** A block, or an expression with what holds it. */
export type Spot =
  | {
      readonly kind: 'block';
      readonly block: Block;
      readonly in: Body;
      readonly around: Block | undefined;
      readonly depth: number;
    }
  | {
      readonly kind: 'value';
      readonly value: Expression;
      readonly holder: Holder | undefined;
      readonly depth: number;
    };

/** What a value can be taken out of. */
export type Holder =
  | { readonly kind: 'attribute'; readonly item: Attribute; readonly around: Block | undefined }
  | { readonly kind: 'object'; readonly item: ObjectItem; readonly in: ObjectConstructor }
  | { readonly kind: 'tuple'; readonly item: Expression; readonly in: Tuple };

/** Finds the block or the expression that has a range; `undefined` where there is none. */
export function locate(body: Body, { start, end }: Range, around?: Block, depth = 0): Spot | undefined {
  const item = body.items.find((one) => one.start <= start && end <= one.end);
  if (!item) return undefined;
  if (item.kind === 'attribute')
    return locateIn(item.value, { start, end }, { kind: 'attribute', item, around }, depth + 1);
  if (item.start === start && item.end === end)
    return { kind: 'block', block: item, in: body, around, depth };
  return locate(item.body, { start, end }, item, depth + 1);
}

function locateIn(
  value: Expression,
  wanted: Range,
  holder: Holder | undefined,
  depth: number,
): Spot | undefined {
  const { start, end } = wanted;
  if (start < value.start || value.end < end) return undefined;
  if (value.start === start && value.end === end) return { kind: 'value', value, holder, depth };
  if (value.kind === 'object') {
    const item = value.items.find((one) => one.value.start <= start && end <= one.value.end);
    return item && locateIn(item.value, wanted, { kind: 'object', item, in: value }, depth + 1);
  }
  if (value.kind === 'tuple') {
    const item = value.items.find((one) => one.start <= start && end <= one.end);
    return item && locateIn(item, wanted, { kind: 'tuple', item, in: value }, depth + 1);
  }
  for (const part of partsOf(value)) {
    const spot = locateIn(part, wanted, undefined, depth + 1);
    if (spot) return spot;
  }
  return undefined;
}

/** The expressions that one is made of, also those in a template. */
function partsOf(node: object): Expression[] {
  return Object.values(node).flatMap((part: unknown): Expression[] => {
    if (Array.isArray(part)) return part.flatMap((one) => (isNode(one) ? asExpressions(one) : []));
    return isNode(part) ? asExpressions(part) : [];
  });
}

function asExpressions(node: { readonly kind: string }): Expression[] {
  return /^(?:text|interpolation|if|for-directive)$/.test(node.kind) ? partsOf(node) : [node as Expression];
}

function isNode(part: unknown): part is { readonly kind: string } {
  return typeof part === 'object' && part !== null && 'kind' in part && 'start' in part;
}
