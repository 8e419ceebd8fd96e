import { convert } from './convert.ts';
import { Failure, fail } from './failure.ts';
import { isWhole, sign, toDouble } from './number.ts';
import type { Step } from './scope.ts';
import { anyType, describeType, elementOf, numberType, stringType, type Type } from './type.ts';
import { unknownFrom } from './unknown-value.ts';
import { numberValue, type Value } from './value.ts';

/**
 * Takes one step of a traversal into a value. Source of the rules: hashicorp/hcl, ops.go.
 * @throws Failure where there is nothing
 */
export function takeStep(value: Value, step: Step): Value {
  if (typeof step !== 'string') return index(value, step);
  const digit = step.charCodeAt(0);
  return digit >= 48 && digit <= 57 ? index(value, numberValue(Number(step))) : attribute(value, step);
}

function attribute(value: Value, name: string): Value {
  if (value.isNull) fail(`the value is null, so it has no attribute "${name}"`);
  switch (value.kind) {
    case 'any':
      return value;
    case 'object':
    case 'map':
      return entry(value, name, `there is no attribute "${name}" in this ${value.kind}`);
    default:
      return fail(noAttribute(value, name));
  }
}

function noAttribute(value: Value, name: string): string {
  const element = elementOf(value.type);
  if ((value.kind === 'list' || value.kind === 'set') && element.kind === 'object')
    return `this is a ${value.kind} of objects: take "${name}" of one of them, or of all with [*]`;
  return `a ${describeType(value.type)} has no attributes, so there is no "${name}"`;
}

/** What stands under a key, with the marks of both. */
function entry(value: Value, name: string, missing: string): Value {
  if (value.isUnknown) {
    const type = attributeType(value.type, name) ?? fail(missing);
    return unknownFrom(type, [value]).withMarks(value.marks);
  }
  const part = value.entries.get(name) ?? fail(missing);
  return part.withMarks(value.marks);
}

function attributeType(type: Type, name: string): Type | undefined {
  return type.kind === 'object' ? type.attributes.get(name) : elementOf(type);
}

/** `value[key]` @throws Failure where there is nothing */
export function index(value: Value, key: Value): Value {
  if (value.isNull) fail('the value is null, so it cannot be indexed');
  if (key.isNull) fail('an index must not be null');
  if (value.kind === 'any') return value.withMarks(key.marks);
  if (key.kind === 'any') return unknownFrom(anyType, [key]).withMarks(value.marks).withMarks(key.marks);
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return item(value, keyAs(key, numberType)).withMarks(key.marks);
    case 'map':
    case 'object':
      return keyed(value, keyAs(key, stringType)).withMarks(key.marks);
    case 'set':
      return fail('items of a set have no index: go through all of them, or make it a list with tolist');
    default:
      return fail(`a ${value.kind} cannot be indexed`);
  }
}

function keyAs(key: Value, type: Type): Value {
  const result = convert(key, type);
  if (result instanceof Failure) fail(`this index does not fit: ${result.message}`);
  return result as Value;
}

function keyed(value: Value, key: Value): Value {
  if (key.isUnknown) {
    const type = value.kind === 'map' ? elementOf(value.type) : anyType;
    return unknownFrom(type, [key, value]).withMarks(value.marks);
  }
  const name = key.isMarked ? 'with this key' : `"${key.text}"`;
  return entry(value, key.text, `there is no element ${name} in this ${value.kind}`);
}

function item(value: Value, key: Value): Value {
  const { type } = value;
  if (key.isUnknown) {
    return unknownFrom(value.kind === 'list' ? elementOf(type) : anyType, [key, value]).withMarks(
      value.marks,
    );
  }
  const { number } = key;
  if (!isWhole(number)) fail('an index must be a whole number');
  if (sign(number) < 0) fail('an index must not be negative');
  const at = toDouble(number);
  if (type.kind === 'tuple' && value.isUnknown) {
    const itemType = type.items[at] ?? fail(beyond(type.items.length));
    return unknownFrom(itemType, [value]).withMarks(value.marks);
  }
  if (value.isUnknown) return unknownFrom(elementOf(type), [value]).withMarks(value.marks);
  const part = value.items[at] ?? fail(beyond(value.items.length));
  return part.withMarks(value.marks);
}

function beyond(length: number): string {
  return length === 0
    ? 'there is no such element: it is empty'
    : `there is no such element: the last index is ${length - 1}`;
}
