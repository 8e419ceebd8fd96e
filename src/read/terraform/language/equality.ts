import { Unknown } from '../../../model/unknown.ts';
import { sameNumber } from './number.ts';
import { conforms, isOpen, sameType } from './type.ts';
import { lengthBounds, refinementOf } from './unknown-value.ts';
import type { Entries, Items, Value } from './value.ts';

/**
 * Whether two values are equal; `undefined` where unknown parts leave it open. Values of different types never are,
 * and null equals null of any type. Marks play no part. Source: go-cty, `Value.Equals`.
 */
export function equals(a: Value, b: Value): boolean | undefined {
  if (a.isNull && b.isPresent) return false;
  if (b.isNull && a.isPresent) return false;
  if (a.data instanceof Unknown || b.data instanceof Unknown) return equalsUnknown(a, b);
  if (a.isNull || b.isNull) return a.isNull && b.isNull;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'string':
    case 'bool':
      return a.data === b.data;
    case 'number':
      return sameNumber(a.number, b.number);
    default:
      return equalParts(a, b);
  }
}

/** Whether one is certainly the other, unknown parts included: same type, same content, and unknown where the other is. */
export function identical(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (!sameType(a.type, b.type)) return false;
  if (a.data instanceof Unknown || b.data instanceof Unknown) return a.isUnknown && b.isUnknown;
  if (a.isWhollyKnown && b.isWhollyKnown) return equals(a, b) === true;
  if (a.isNull || b.isNull) return a.isNull && b.isNull;
  const left = a.parts;
  const right = b.parts;
  return left.length === right.length && left.every((part, at) => identical(part, right[at]!));
}

function equalParts(a: Value, b: Value): boolean | undefined {
  const left = a.type;
  const right = b.type;
  if (awaitsType(a) || awaitsType(b))
    return conforms(left, right) || conforms(right, left) ? undefined : false;
  if (!sameType(left, right)) return false;
  if (a.kind === 'set') return equalSets(a, b);
  return a.data instanceof Map ? equalEntries(a.entries, b.entries) : equalItems(a.items, b.items);
}

/** Whether something unknown in it has no definite type yet. */
function awaitsType(value: Value): boolean {
  if (value.isWhollyKnown) return false;
  return value.isUnknown ? isOpen(value.type) : value.parts.some(awaitsType);
}

function equalItems(a: Items, b: Items): boolean | undefined {
  if (a.length !== b.length) return false;
  let result: boolean | undefined = true;
  for (let at = 0; at < a.length; at++) {
    const equal = equals(a[at]!, b[at]!);
    if (equal === false) return false;
    if (equal === undefined) result = undefined;
  }
  return result;
}

function equalEntries(a: Entries, b: Entries): boolean | undefined {
  if (a.size !== b.size) return false;
  let result: boolean | undefined = true;
  for (const [key, part] of a) {
    const other = b.get(key);
    if (!other) return false;
    const equal = equals(part, other);
    if (equal === false) return false;
    if (equal === undefined) result = undefined;
  }
  return result;
}

/** Items are sorted and unique, so known sets are equal where their items are, one by one. */
function equalSets(a: Value, b: Value): boolean | undefined {
  return a.isWhollyKnown && b.isWhollyKnown ? equalItems(a.items, b.items) : undefined;
}

function equalsUnknown(a: Value, b: Value): boolean | undefined {
  if (a.data instanceof Unknown && b.data instanceof Unknown) return undefined;
  const [unknown, known] = a.data instanceof Unknown ? [a, b] : [b, a];
  if (excludes(unknown, known)) return false;
  if (known.isNull || isOpen(unknown.type)) return undefined;
  return sameType(unknown.type, known.type) ? undefined : false;
}

/** Whether what is told of an unknown value rules the known one out. */
function excludes(unknown: Value, known: Value): boolean {
  const { present, prefix, minLength, maxLength } = refinementOf(unknown.data as Unknown);
  if (known.isNull) return present;
  if (known.kind === 'string' && unknown.kind === 'string') return !known.text.startsWith(prefix);
  if (known.kind !== unknown.kind || !known.isIterable) return false;
  const { min, max } = lengthBounds(known);
  return max < minLength || min > maxLength;
}
