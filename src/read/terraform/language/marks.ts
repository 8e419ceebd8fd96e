import {
  joinMarks,
  listValue,
  type Marks,
  mapValue,
  noMarks,
  objectValue,
  tupleValue,
  type Value,
} from './value.ts';

/** Marks of a value and everything in it. */
export function deepMarks(value: Value): Marks {
  if (!value.containsMarks) return noMarks;
  let marks = value.marks;
  if (value.isIterable) for (const part of value.parts) marks = joinMarks(marks, deepMarks(part));
  return marks;
}

/** The same value without any mark at any depth. */
export function withoutMarks(value: Value): Value {
  return value.containsMarks ? mapParts(value.unmarked(), withoutMarks) : value;
}

/**
 * The same value with each of its parts changed; parts must keep their type. A value without parts stays as it is.
 * Sets are left alone: their parts carry no marks of their own.
 */
export function mapParts(value: Value, change: (part: Value) => Value): Value {
  if (!value.isIterable || value.kind === 'set') return value;
  const changed = Array.isArray(value.data)
    ? value.kind === 'tuple'
      ? tupleValue(value.items.map(change))
      : listValue(value.items.map(change), elementType(value))
    : changedEntries(value, change);
  return changed.withMarks(value.marks);
}

function changedEntries(value: Value, change: (part: Value) => Value): Value {
  const entries = new Map<string, Value>();
  for (const [key, part] of value.entries) entries.set(key, change(part));
  return value.kind === 'object' ? objectValue(entries) : mapValue(entries, elementType(value));
}

function elementType(value: Value) {
  const { type } = value;
  return type.kind === 'list' || type.kind === 'map' ? type.element : undefined;
}
