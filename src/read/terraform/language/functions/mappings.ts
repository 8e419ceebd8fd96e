import { convert } from '../convert.ts';
import { Failure, fail } from '../failure.ts';
import { deepMarks } from '../marks.ts';
import { compareText } from '../text-order.ts';
import {
  anyType,
  describeType,
  elementOf,
  listOf,
  mapOf,
  objectOf,
  sameType,
  stringType,
  type Type,
  tupleOf,
} from '../type.ts';
import { unknownFrom } from '../unknown-value.ts';
import {
  type Items,
  joinMarks,
  listValue,
  type Marks,
  mapValue,
  noMarks,
  objectValue,
  textValue,
  tupleValue,
  type Value,
} from '../value.ts';
import { all, anything, type Definitions, listOfText, mapOfTexts, parameter, text } from './function.ts';

/** Functions of maps and objects. Source: go-cty, function/stdlib/collection.go; OpenTofu, lang/funcs/collection.go. */
export const mappingFunctions: Definitions = {
  keys: {
    parameters: [anything('inputMap', { unknown: true, marked: true })],
    result: ([map]) => {
      const { type } = map!;
      if (type.kind === 'map') return listOfText;
      if (type.kind === 'object') return tupleOf([...type.attributes.keys()].map(() => stringType));
      return fail('it must be a map or object', 0);
    },
    call: ([map], result) => {
      const { type, marks } = map!;
      if (type.kind === 'object')
        return tupleValue([...type.attributes.keys()].map(textValue)).withMarks(marks);
      if (map!.isUnknown) return unknownFrom(result, [map!]).withMarks(marks);
      return listValue([...map!.entries.keys()].map(textValue), stringType).withMarks(marks);
    },
  },
  values: {
    parameters: [anything('mapping', { marked: true })],
    result: ([map]) => {
      const { type } = map!;
      if (type.kind === 'map') return listOf(type.element);
      if (type.kind === 'object') return tupleOf([...type.attributes.values()]);
      return fail('it must be a map or object', 0);
    },
    call: ([map], type) =>
      (type.kind === 'tuple' ? tupleValue(map!.parts) : listValue(map!.parts, elementOf(type))).withMarks(
        map!.marks,
      ),
  },
  lookup: {
    parameters: [anything('inputMap', { marked: true }), text('key', { marked: true })],
    rest: anything('default', all),
    result: lookupType,
    nullable: true,
    call: lookup,
  },
  merge: {
    parameters: [],
    rest: anything('maps', { null: true, untyped: true, marked: true }),
    result: mergeType,
    call: merge,
  },
  transpose: {
    parameters: [parameter('values', mapOfTexts)],
    result: mapOfTexts,
    call: ([map]) => (map!.isWhollyKnown ? transpose(map!) : unknownFrom(mapOfTexts, [map!])),
  },
  zipmap: {
    parameters: [parameter('keys', listOfText, { marked: true }), anything('values', { marked: true })],
    result: zipType,
    call: zip,
  },
};

function lookupType(args: Items): Type {
  const [map, key, standard] = args as [Value, Value, Value | undefined];
  if (args.length > 3) fail('it takes two or three arguments');
  const { type } = map;
  if (type.kind === 'map') {
    const fits = standard === undefined ? undefined : convert(standard, type.element);
    if (fits instanceof Failure) fail('the default must have the type of the elements', 2);
    return type.element;
  }
  if (type.kind !== 'object') fail('it must be a map or object', 0);
  if (key.isUnknown) return anyType;
  const attribute = (type as { attributes: ReadonlyMap<string, Type> }).attributes.get(key.text);
  return (
    attribute ??
    standard?.type ??
    fail(key.isMarked ? 'it has no such attribute' : `it has no attribute "${key.text}"`, 0)
  );
}

function lookup(args: Items, type: Type): Value {
  const [map, key, standard] = args as [Value, Value, Value | undefined];
  const marks = joinMarks(map.marks, key.marks);
  const found = map.entries.get(key.text);
  if (found) return found.withMarks(marks);
  if (standard === undefined)
    return fail(key.isMarked ? 'there is no such key' : `there is no key "${key.text}"`);
  const result = convert(standard, type);
  if (result instanceof Failure) throw result;
  return result.withMarks(marks);
}

/** Maps of one type give such a map, anything else an object of all attributes. */
function mergeType(args: Items): Type {
  if (args.length === 0) return objectOf(new Map());
  const attributes = new Map<string, Type>();
  let known = true;
  for (const arg of args) {
    const { type, data } = arg;
    if (type.kind === 'any') return anyType;
    if (type.kind !== 'map' && type.kind !== 'object')
      fail(`the arguments must be maps or objects, not ${describeType(type)}`);
    if (arg.isNull) continue;
    if (type.kind === 'object')
      for (const [name, attribute] of type.attributes) attributes.set(name, attribute);
    else if (data instanceof Map)
      for (const name of data.keys()) attributes.set(name as string, elementOf(type));
    else known = false;
  }
  const types = args.map((arg) => (arg.isNull && arg.kind === 'object' ? objectOf(new Map()) : arg.type));
  if (types.every((type) => sameType(type, types[0]!))) return types[0]!;
  if (!known) return anyType;
  return objectOf(new Map([...attributes].sort(([a], [b]) => compareText(a, b))));
}

function merge(args: Items, type: Type): Value {
  const entries = new Map<string, Value>();
  let marks: Marks = noMarks;
  for (const [at, arg] of args.entries()) {
    marks = joinMarks(marks, arg.marks);
    if (arg.isNull) continue;
    if (arg.kind !== 'map' && arg.kind !== 'object') fail('it must be a map or object', at);
    for (const [key, part] of arg.entries) entries.set(key, part);
  }
  return (type.kind === 'map' ? mapValue(entries, type.element) : objectValue(entries)).withMarks(marks);
}

function transpose(map: Value): Value {
  const lists = new Map<string, Value[]>();
  for (const [key, list] of map.entries) {
    if (list.isNull) fail(`the list of "${key}" is null`, 0);
    for (const item of list.items) {
      if (item.isNull) fail(`the list of "${key}" holds null`, 0);
      const known = lists.get(item.text);
      if (known) known.push(textValue(key));
      else lists.set(item.text, [textValue(key)]);
    }
  }
  return mapValue(new Map([...lists].map(([key, list]) => [key, listValue(list, stringType)])), listOfText);
}

function zipType(args: Items): Type {
  const [keys, values] = args as [Value, Value];
  const { type } = values;
  if (type.kind === 'list') return mapOf(type.element);
  if (type.kind !== 'tuple') return fail('the values must be a list or tuple', 1);
  if (!keys.isWhollyKnown) return anyType;
  if (keys.items.length !== type.items.length)
    fail(`there are ${keys.items.length} keys for ${type.items.length} values`);
  const attributes = new Map<string, Type>();
  for (const [at, key] of keys.items.entries()) {
    if (key.isNull) fail(`key ${at} is null`, 0);
    attributes.set(key.text, type.items[at]!);
  }
  return objectOf(new Map([...attributes].sort(([a], [b]) => compareText(a, b))));
}

function zip(args: Items, type: Type): Value {
  const [keys, values] = args as [Value, Value];
  let marks = joinMarks(keys.marks, values.marks);
  if (!keys.isWhollyKnown) return unknownFrom(type, args).withMarks(joinMarks(marks, deepMarks(keys)));
  if (keys.items.length !== values.items.length)
    fail(`there are ${keys.items.length} keys for ${values.items.length} values`);
  const entries = new Map<string, Value>();
  for (const [at, key] of keys.items.entries()) {
    if (key.isNull) fail(`key ${at} is null`, 0);
    marks = joinMarks(marks, key.marks);
    entries.set(key.text, values.items[at]!);
  }
  return (type.kind === 'map' ? mapValue(entries, type.element) : objectValue(entries)).withMarks(marks);
}
