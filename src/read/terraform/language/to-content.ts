import type { Scalar } from '../../../model/node.ts';
import type { Unknown } from '../../../model/unknown.ts';
import type { Num } from './big-float.ts';
import { toDouble } from './number.ts';
import type { Entries, Items, Value } from './value.ts';

/** What the model holds of a value, one level deep: parts are values still. */
export type ValueContent = Scalar | Items | Entries | Unknown;

/** A value as the model knows it: numbers as doubles, lists, sets and tuples as arrays, maps and objects as maps. Marks are left off. */
export function toContent(value: Value): ValueContent {
  return value.kind === 'number' && value.data !== null && !value.isUnknown
    ? plainNumber(value.number)
    : (value.data as ValueContent);
}

/** The nearest double. */
export function plainNumber(number: Num): number {
  return typeof number === 'number' ? number : toDouble(number);
}
