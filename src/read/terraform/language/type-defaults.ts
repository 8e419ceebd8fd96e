import { convert } from './convert.ts';
import { Failure } from './failure.ts';
import { setValue } from './set-value.ts';
import { elementOf, type Type } from './type.ts';
import { unify } from './unify.ts';
import { presentValue } from './unknown-value.ts';
import { type Items, listValue, mapValue, objectValue, tupleValue, type Value } from './value.ts';

/** Default values of optional attributes, wherever they stand in a type. */
export interface TypeDefaults {
  readonly type: Type;
  /** by attribute name */
  readonly values: ReadonlyMap<string, Value>;
  /** by attribute name or position; for collections under the empty name */
  readonly parts: ReadonlyMap<string, TypeDefaults>;
}

/**
 * The value with defaults put in where optional attributes are left out or null. Done before converting to the
 * type, so it takes values of any shape and leaves alone what does not fit.
 * Source: hashicorp/hcl, ext/typeexpr/defaults.go.
 */
export function applyDefaults(value: Value, defaults: TypeDefaults): Value {
  if (!value.isIterable) return value;
  const bare = value.unmarked();
  const changed = Array.isArray(bare.data) ? inSequence(bare, defaults) : inMapping(bare, defaults);
  return changed.withMarks(value.marks);
}

function inSequence(value: Value, defaults: TypeDefaults): Value {
  const items = value.items.map((item, at) => inPart(item, String(at), 'tuple', defaults));
  if (value.kind === 'tuple') return tupleValue(items);
  const alike = items.length === 0 ? items : unified(items);
  if (!alike) return tupleValue(items);
  const element = elementOf(value.type);
  return value.kind === 'set' ? setValue(alike, element) : listValue(alike, element);
}

function inMapping(value: Value, defaults: TypeDefaults): Value {
  const entries = new Map<string, Value>();
  for (const [key, part] of value.entries) entries.set(key, inPart(part, key, 'object', defaults));
  for (const [name, standard] of defaults.values) {
    const given = entries.get(name);
    if (!given || given.isNull) {
      const nested = defaults.parts.get(name);
      entries.set(name, nested ? applyDefaults(standard, nested) : standard);
    } else if (standard.isPresent) entries.set(name, presentValue(given));
  }
  if (value.kind === 'object') return objectValue(entries);
  const alike = entries.size === 0 ? [] : unified([...entries.values()]);
  if (!alike) return objectValue(entries);
  return mapValue(new Map([...entries.keys()].map((key, at) => [key, alike[at]!])), elementOf(value.type));
}

function inPart(part: Value, key: string, structure: 'tuple' | 'object', defaults: TypeDefaults): Value {
  const nested =
    (defaults.type.kind === structure ? defaults.parts.get(key) : undefined) ?? defaults.parts.get('');
  return nested ? applyDefaults(part, nested) : part;
}

/** The parts converted to the type they have in common. */
function unified(parts: Items): Items | undefined {
  const type = unify(parts.map((part) => part.type));
  if (!type) return undefined;
  const results: Value[] = [];
  for (const part of parts) {
    const result = convert(part, type);
    if (result instanceof Failure) return undefined;
    results.push(result);
  }
  return results;
}
