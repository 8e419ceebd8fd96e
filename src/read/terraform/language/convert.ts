import { Unknown } from '../../../model/unknown.ts';
import { Failure } from './failure.ts';
import { describeMismatch } from './mismatch.ts';
import { parseNumber, plainText } from './number-text.ts';
import { setValue } from './set-value.ts';
import {
  type CollectionType,
  isCollection,
  isPrimitive,
  type ObjectType,
  objectOf,
  sameType,
  type TupleType,
  type Type,
  tupleOf,
  withoutOptional,
} from './type.ts';
import { convertible, unify } from './unify.ts';
import { lengthBounds, type Refinement, refinementOf, unknownFrom, unknownValue } from './unknown-value.ts';
import {
  boolValue,
  type Items,
  listValue,
  mapValue,
  nullValue,
  numberValue,
  objectValue,
  textValue,
  tupleValue,
  type Value,
} from './value.ts';

/**
 * A value as one of a type, or why it cannot be. Unknown and null values take the type on, marks stay.
 * Source: go-cty, package `convert`.
 */
export function convert(value: Value, type: Type): Value | Failure {
  if (type.kind === 'any' || value.kind === type.kind) {
    if (type.kind === 'any' || isPrimitive(type)) return value;
  }
  const given = value.type;
  if (sameType(given, withoutOptional(type))) return value;
  if (!convertible(given, type)) return new Failure(describeMismatch(given, type));
  return become(value, type);
}

/** @throws Failure where it cannot be converted */
export function converted(value: Value, type: Type): Value {
  const result = convert(value, type);
  if (result instanceof Failure) throw result;
  return result;
}

/** Converts a value whose type is known to be convertible. */
function become(value: Value, type: Type): Value | Failure {
  if (type.kind === 'any') return value;
  const result = value.isMarked ? becomeUnmarked(value.unmarked(), type) : becomeUnmarked(value, type);
  return result instanceof Failure ? result : result.withMarks(value.marks);
}

function becomeUnmarked(value: Value, type: Type): Value | Failure {
  if (value.data instanceof Unknown) return unknownAs(value, value.data, type);
  if (value.data === null) return nullValue(filled(value.type, withoutOptional(type)));
  switch (type.kind) {
    case 'string':
      return toText(value);
    case 'number':
      return toNumber(value);
    case 'bool':
      return toBool(value);
    case 'list':
    case 'set':
      return toSequence(value, type);
    case 'map':
      return toMap(value, type);
    case 'object':
      return toObject(value, type);
    case 'tuple':
      return toTuple(value, type);
    default:
      return value;
  }
}

function toText(value: Value): Value | Failure {
  if (value.kind === 'number') return textValue(plainText(value.number));
  return value.kind === 'bool' ? textValue(String(value.flag)) : value;
}

function toNumber(value: Value): Value | Failure {
  if (value.kind !== 'string') return value;
  const number = parseNumber(value.text);
  return number instanceof Failure ? number : numberValue(number);
}

function toBool(value: Value): Value | Failure {
  if (value.kind !== 'string') return value;
  const { text } = value;
  if (text === 'true' || text === '1') return boolValue(true);
  if (text === 'false' || text === '0') return boolValue(false);
  return new Failure('a bool is required: "true" or "false", in lower case');
}

function toSequence(value: Value, type: CollectionType): Value | Failure {
  if (!Array.isArray(value.data)) return new Failure(describeMismatch(value.type, type));
  if (type.kind === 'list' && value.isUnsettled)
    return unknownFrom({ kind: 'list', element: filledElement(value, type) }, [value]);
  let { element } = type;
  if (element.kind === 'any' && value.kind === 'tuple')
    element = unify(value.items.map((item) => item.type)) ?? element;
  const parts: Value[] = [];
  for (let at = 0; at < value.items.length; at++) {
    const item = becomePart(value.items[at]!, element);
    if (item instanceof Failure) return item.within(`element ${at}`);
    parts.push(item);
  }
  if (element.kind === 'any' && awaitsTypes(parts)) return awaitedSequence(parts, type);
  const alike = unifiedParts(parts, type.kind === 'list' && value.kind === 'tuple');
  if (alike instanceof Failure) return alike;
  const empty = withoutOptional(filledElement(value, type));
  return type.kind === 'list' ? listValue(alike, empty) : setValue(alike, empty);
}

function toMap(value: Value, type: CollectionType): Value | Failure {
  if (!(value.data instanceof Map)) return new Failure(describeMismatch(value.type, type));
  let { element } = type;
  if (element.kind === 'any' && value.kind === 'object')
    element = unify(value.parts.map((part) => part.type)) ?? element;
  const keys: string[] = [];
  const parts: Value[] = [];
  for (const [key, part] of value.entries) {
    const entry = becomePart(part, element);
    if (entry instanceof Failure) return entry.within(`element "${key}"`);
    keys.push(key);
    parts.push(entry);
  }
  if (element.kind === 'any' && awaitsTypes(parts) && !parts.every((part) => part.isWhollyKnown))
    return unknownFrom(type, parts, { present: true, minLength: parts.length, maxLength: parts.length });
  const alike = unifiedParts(parts, isCollection(element) || element.kind === 'object');
  if (alike instanceof Failure) return alike;
  const empty = withoutOptional(filledElement(value, type));
  return mapValue(new Map(keys.map((key, at) => [key, alike[at]!])), empty);
}

function toObject(value: Value, type: ObjectType): Value | Failure {
  if (!(value.data instanceof Map)) return new Failure(describeMismatch(value.type, type));
  const entries = new Map<string, Value>();
  for (const [name, wanted] of type.attributes) {
    const given = value.entries.get(name);
    if (given === undefined) {
      if (!type.optional?.has(name)) return new Failure(`attribute "${name}" is required`);
      entries.set(name, nullValue(withoutOptional(wanted)));
      continue;
    }
    const part = becomePart(given, wanted);
    if (part instanceof Failure) return part.within(`attribute "${name}"`);
    entries.set(name, part);
  }
  return objectValue(entries);
}

function toTuple(value: Value, type: TupleType): Value | Failure {
  if (!Array.isArray(value.data)) return new Failure(describeMismatch(value.type, type));
  const items: Value[] = [];
  for (let at = 0; at < type.items.length; at++) {
    const item = becomePart(value.items[at]!, type.items[at]!);
    if (item instanceof Failure) return item.within(`element ${at}`);
    items.push(item);
  }
  return tupleValue(items);
}

/** A part may turn out not to fit although the types of the whole did: of a map that becomes an object, for one. */
function becomePart(part: Value, type: Type): Value | Failure {
  if (part.kind === type.kind && isPrimitive(type)) return part;
  return convert(part, type);
}

/** Whether some parts have a type and some have none, so that it cannot be told what they have in common. */
function awaitsTypes(parts: Items): boolean {
  return parts.some((part) => part.kind === 'any') && parts.some((part) => part.kind !== 'any');
}

function awaitedSequence(parts: Items, type: CollectionType): Value | Failure {
  if (!parts.some((part) => part.kind === 'any' && part.isUnknown))
    return new Failure('null and other elements have no type in common');
  const { length } = parts;
  const minLength = type.kind === 'list' ? length : 1;
  return unknownFrom(type, parts, { present: true, minLength, maxLength: length });
}

/**
 * Parts of one type; types that were left open may have become different ones.
 * @param unifies whether differing types may still be brought together, which go-cty does for some conversions only
 */
function unifiedParts(parts: Items, unifies: boolean): Items | Failure {
  const definite = parts.filter((part) => part.kind !== 'any');
  const [first] = definite;
  if (!first || definite.every((part) => part.kind === first.kind && sameType(part.type, first.type)))
    return parts;
  const common = unifies ? unify(definite.map((part) => part.type)) : undefined;
  if (!common) return new Failure('the elements must have one type');
  const alike: Value[] = [];
  for (const part of parts) {
    const result = convert(part, common);
    if (result instanceof Failure) return result;
    alike.push(result);
  }
  return alike;
}

/** Element type of the collection that a value becomes, where it has no elements to tell it. */
function filledElement(value: Value, type: CollectionType): Type {
  if (type.element.kind !== 'any') return type.element;
  const given = value.type;
  return given.kind === 'list' || given.kind === 'set' || given.kind === 'map' ? given.element : type.element;
}

function unknownAs(value: Value, why: Unknown, type: Type): Value {
  const target = filled(value.type, withoutOptional(type));
  const told: Refinement = { ...lengthsTold(value, target), present: why.present };
  const { prefix } = refinementOf(why);
  const keepsPrefix = prefix !== '' && target.kind === 'string';
  return unknownValue(target, new Unknown(why.reason, why.present, why.references), {
    ...told,
    ...(keepsPrefix ? { prefix } : {}),
  });
}

/** What the type or the length of an unknown value tells of the length of the collection that it becomes. */
function lengthsTold(value: Value, target: Type): Refinement {
  if (target.kind !== 'list' && target.kind !== 'set' && target.kind !== 'map') return {};
  const given = value.type;
  const structure =
    given.kind === 'tuple' ? given.items.length : given.kind === 'object' ? given.attributes.size : undefined;
  const { min, max } = structure === undefined ? lengthBounds(value) : { min: structure, max: structure };
  return { minLength: target.kind === 'set' ? Math.min(min, 1) : min, maxLength: max };
}

/** The wanted type with its open places filled from the given one. Source: go-cty, `dynamicReplace`. */
function filled(given: Type, wanted: Type): Type {
  if (given.kind === 'any' || isPrimitive(wanted)) return wanted;
  switch (wanted.kind) {
    case 'any':
      return given;
    case 'list':
    case 'set':
    case 'map': {
      const element = commonElementType(given);
      return element ? { kind: wanted.kind, element: filled(element, wanted.element) } : wanted;
    }
    case 'tuple':
      if (given.kind !== 'tuple') return wanted;
      return tupleOf(wanted.items.map((item, at) => filled(given.items[at] ?? item, item)));
    case 'object': {
      const attributes = new Map<string, Type>();
      for (const [name, type] of wanted.attributes) {
        const other = given.kind === 'object' ? given.attributes.get(name) : commonElementType(given);
        attributes.set(name, other ? filled(other, type) : type);
      }
      return objectOf(attributes);
    }
    default:
      return wanted;
  }
}

function commonElementType(type: Type): Type | undefined {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return type.element;
    case 'tuple':
      return unify(type.items);
    case 'object':
      return unify([...type.attributes.values()]);
    default:
      return undefined;
  }
}
