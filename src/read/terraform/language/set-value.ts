import { deepMarks, withoutMarks } from './marks.ts';
import { compare } from './number.ts';
import { setKey } from './set-key.ts';
import { compareText } from './text-order.ts';
import { anyType, setOf, type Type } from './type.ts';
import { commonElement, type Items, joinMarks, noMarks, typedParts, Value } from './value.ts';

/**
 * A set of items of one type, without duplicates and in Terraform's order: texts by code point, numbers by size,
 * false before true, anything else by the bytes that go-cty hashes; null and unknown items last.
 * Unknown items are all kept, as they may turn out to differ. Marks of items move to the set.
 * Source: go-cty, `set_internals.go`.
 * @param element the type where there are no items, or none of a definite type
 */
export function setValue(given: Items, element: Type = anyType): Value {
  let marks = noMarks;
  let items = given;
  if (given.some((item) => item.containsMarks)) {
    for (const item of given) marks = joinMarks(marks, deepMarks(item));
    items = given.map(withoutMarks);
  }
  const type = commonElement(items, element);
  const unique = sortedUnique(typedParts(items, type), type);
  const { size, traits } = Value.measure(unique);
  return new Value('set', unique, setOf(type), marks, size, traits);
}

function sortedUnique(items: Items, element: Type): Items {
  if (items.length < 2 && items.every((item) => item.isWhollyKnown)) return items;
  const known = new Map<string, Value>();
  const unknown: Value[] = [];
  let empty: Value | undefined;
  for (const item of items) {
    if (item.isUnknown) unknown.push(item);
    else if (item.isNull) empty = item;
    else if (!item.isWhollyKnown) known.set(`${setKey(item)}#${known.size}`, item);
    else known.set(item.kind === 'string' ? item.text : setKey(item), item);
  }
  const sorted = [...known].sort(orderFor(element)).map(([, item]) => item);
  for (const item of unknown) sorted.push(item);
  if (empty) sorted.push(empty);
  return sorted;
}

type Keyed = readonly [key: string, item: Value];

function orderFor(element: Type): (a: Keyed, b: Keyed) => number {
  if (element.kind === 'number') return ([, a], [, b]) => compare(a.number, b.number);
  if (element.kind === 'bool') return ([, a], [, b]) => Number(a.flag) - Number(b.flag);
  return ([a], [b]) => compareText(a, b);
}
