import { convert, converted } from '../convert.ts';
import { equals } from '../equality.ts';
import { Failure, fail } from '../failure.ts';
import { setKey } from '../set-key.ts';
import {
  anyType,
  boolType,
  describeType,
  elementOf,
  isSequence,
  numberType,
  sameType,
  type Type,
} from '../type.ts';
import { unify } from '../unify.ts';
import { lengthBounds, unknownFrom } from '../unknown-value.ts';
import {
  boolValue,
  falseValue,
  type Items,
  listValue,
  nullValue,
  numberValue,
  trueValue,
  type Value,
} from '../value.ts';
import { anything, type Definitions, listOfAny, listOfBool, maybe, number, parameter } from './function.ts';
import { graphemeCount } from './graphemes.ts';
import { distinct } from './sequences.ts';
import { wholeNumber } from './strings.ts';

/** Functions that ask something of collections. Source: OpenTofu, lang/funcs/collection.go; go-cty, function/stdlib/collection.go. */
export const collectionFunctions: Definitions = {
  length: {
    parameters: [anything('value', { unknown: true, untyped: true, marked: true })],
    result: ([value]) => {
      if (value!.kind === 'number' || value!.kind === 'bool')
        fail(`a ${value!.kind} has no length: a string, list, set, tuple, map or object has`, 0);
      return numberType;
    },
    call: ([value]) => lengthOf(value!).withMarks(value!.marks),
  },
  alltrue: {
    parameters: [parameter('list', listOfBool)],
    result: boolType,
    call: ([list]) => allTrue(list!),
  },
  anytrue: {
    parameters: [parameter('list', listOfBool)],
    result: boolType,
    call: ([list]) => {
      if (list!.items.some((item) => item.data === true)) return trueValue;
      return list!.isWhollyKnown ? falseValue : unknownFrom(boolType, [list!]);
    },
  },
  coalesce: {
    parameters: [],
    rest: anything('vals', maybe),
    result: (args) => unify(args.map((arg) => arg.type)) ?? fail('the arguments must have one type'),
    call: coalesce,
  },
  coalescelist: {
    parameters: [],
    rest: anything('vals', maybe),
    result: coalesceListType,
    call: (args, type) => {
      for (const arg of args) {
        if (arg.isUnknown) return unknownFrom(type, args);
        if (!arg.isNull && arg.items.length > 0) return arg;
      }
      return fail('all lists are empty or null');
    },
  },
  contains: {
    parameters: [anything('list'), anything('value', { null: true, untyped: true })],
    result: boolType,
    call: ([list, value]) => contains(list!, value!),
  },
  element: {
    parameters: [anything('list', { marked: true }), number('index')],
    result: ([list, at]) => elementType(list!, at!),
    nullable: true,
    call: ([list, at]) => {
      const { length } = list!.items;
      if (length === 0) fail('an empty list has no elements', 0);
      const position = wholeNumber(at!, 1) % length;
      return list!.items[position < 0 ? position + length : position]!.withMarks(list!.marks);
    },
  },
  index: {
    parameters: [anything('list'), anything('value')],
    result: numberType,
    call: ([list, value]) => indexOf(list!, value!),
  },
  matchkeys: {
    parameters: [listOfAny('values'), listOfAny('keys'), listOfAny('searchset')],
    result: ([values, keys, search]) => {
      if (!unify([keys!.type, search!.type])) fail('keys and searchset must have one type');
      return values!.type;
    },
    call: matchKeys,
  },
  one: {
    parameters: [anything('list')],
    result: ([list]) => oneType(list!.type),
    nullable: true,
    call: ([list], type) => {
      const { min, max } = lengthBounds(list!);
      if (min !== max && max > 1) return unknownFrom(type, [list!]);
      if (max > 1) fail(tooMany, 0);
      return list!.items[0] ?? nullValue(type);
    },
  },
};

function lengthOf(value: Value): Value {
  const { type } = value;
  if (type.kind === 'tuple') return numberValue(type.items.length);
  if (type.kind === 'object') return numberValue(type.attributes.size);
  if (value.isUnknown && type.kind !== 'any' && type.kind !== 'string') {
    const { min, max } = lengthBounds(value);
    return min === max ? numberValue(min) : unknownFrom(numberType, [value]);
  }
  if (value.isUnknown) return unknownFrom(numberType, [value]);
  if (type.kind === 'string') return numberValue(graphemeCount(value.text));
  const { min, max } = lengthBounds(value);
  return min === max ? numberValue(max) : unknownFrom(numberType, [value]);
}

function allTrue(list: Value): Value {
  for (const item of list.items) {
    if (item.isUnknown) return unknownFrom(boolType, [list]);
    if (item.data !== true) return falseValue;
  }
  return trueValue;
}

function coalesce(args: Items, type: Type): Value {
  for (const arg of args) {
    const value = convert(arg, type);
    if (value instanceof Failure) throw value;
    if (value.isUnknown) return unknownFrom(type, args);
    if (!value.isNull && value.data !== '') return value;
  }
  return fail('all arguments are null or empty');
}

function coalesceListType(args: Items): Type {
  if (args.length === 0) fail('at least one argument is required');
  if (args.some((arg) => arg.isUnknown)) return anyType;
  for (const { type } of args)
    if (type.kind !== 'list' && type.kind !== 'tuple') fail('the arguments must be lists or tuples');
  const [first] = args as [Value];
  return args.every((arg) => sameType(arg.type, first.type)) ? first.type : anyType;
}

function contains(list: Value, value: Value): Value {
  if (!isSequence(list.type)) fail('it must be a list, set or tuple', 0);
  let open = false;
  for (const item of list.items) {
    const equal = equals(item, value);
    if (equal === true) return trueValue;
    if (equal === undefined) open = true;
  }
  return open ? unknownFrom(boolType, [list, value]) : boolValue(false);
}

function elementType({ type }: Value, at: Value): Type {
  if (type.kind === 'list') return type.element;
  if (type.kind !== 'tuple') fail(`a ${describeType(type)} has no elements by position`, 0);
  const { items } = type as { items: readonly Type[] };
  if (at.isUnknown) return anyType;
  const position = wholeNumber(at, 1) % items.length;
  return items[position < 0 ? position + items.length : position] ?? fail('an empty list has no elements', 0);
}

function indexOf(list: Value, value: Value): Value {
  if (list.kind !== 'list' && list.kind !== 'tuple') fail('it must be a list or tuple', 0);
  for (const [at, item] of list.items.entries()) {
    const equal = equals(item, value);
    if (equal === undefined) return unknownFrom(numberType, [list, value]);
    if (equal) return numberValue(at);
  }
  return fail('the list does not hold the value');
}

function matchKeys(args: Items, type: Type): Value {
  const [values, keys, search] = args as [Value, Value, Value];
  if (values.items.length !== keys.items.length) fail('there must be as many keys as values');
  if (search.items.length === 0) return listValue([], elementOf(type));
  if (!values.isWhollyKnown || !keys.isWhollyKnown || !search.isWhollyKnown) return unknownFrom(type, args);
  const common = unify([keys.type, search.type])!;
  const wanted = new Set(distinct(converted(search, common).items).map(setKey));
  const found = converted(keys, common).items.map((key) => wanted.has(setKey(key)));
  return listValue(
    values.items.filter((_, at) => found[at]),
    elementOf(type),
  );
}

const tooMany = 'it must be a list, set or tuple of at most one element';

function oneType(type: Type): Type {
  if (type.kind === 'list' || type.kind === 'set') return type.element;
  if (type.kind === 'tuple' && type.items.length < 2) return type.items[0] ?? anyType;
  return fail(tooMany, 0);
}
