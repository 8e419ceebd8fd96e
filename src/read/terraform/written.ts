import { Unknown } from '../../model/unknown.ts';
import type { Attribute, Block, Expression } from '../../syntax/hcl/tree.ts';
import { anyType } from './language/type.ts';
import { Value } from './language/value.ts';

/** The argument of a name among the items of a body. */
export function attributeOf(items: readonly (Attribute | Block)[], name: string): Attribute | undefined {
  for (const item of items) if (item.kind === 'attribute' && item.name === name) return item;
  return undefined;
}

/** A literal `true` or `false` of a declaration (`sensitive`, `nullable`); anything else is taken for the default. */
export function literalFlag(expression: Expression | undefined, otherwise: boolean): boolean {
  return expression?.kind === 'literal' && typeof expression.value === 'boolean'
    ? expression.value
    : otherwise;
}

/** A value of any type that is not known, with the reason. */
export function unknown(reason: string, present = false, references: readonly string[] = []): Value {
  return Value.unknown(anyType, new Unknown(reason, present, references));
}
