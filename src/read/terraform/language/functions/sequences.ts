import type { Num } from '../big-float.ts';
import { converted } from '../convert.ts';
import { fail } from '../failure.ts';
import { add, compare, sign } from '../number.ts';
import { setKey } from '../set-key.ts';
import {
  anyType,
  describeType,
  elementOf,
  isSequence,
  listOf,
  numberType,
  stringType,
  type Type,
  tupleOf,
} from '../type.ts';
import { unify } from '../unify.ts';
import { unknownFrom } from '../unknown-value.ts';
import {
  type Items,
  joinMarks,
  largestSize,
  listValue,
  type Marks,
  noMarks,
  numberValue,
  tupleValue,
  type Value,
} from '../value.ts';
import { anything, type Definitions, listOfAny, listOfText, number, parameter } from './function.ts';
import { wholeNumber } from './strings.ts';

/** Functions that make sequences of sequences. Source: go-cty, function/stdlib/collection.go and sequence.go. */
export const sequenceFunctions: Definitions = {
  chunklist: {
    parameters: [listOfAny('list', { marked: true }), number('size', { marked: true })],
    result: ([list]) => listOf(list!.type),
    call: ([list, size], type) =>
      listValue(chunks(list!, wholeNumber(size!, 1)), elementOf(type))
        .withMarks(list!.marks)
        .withMarks(size!.marks),
  },
  compact: {
    parameters: [parameter('list', listOfText)],
    result: listOfText,
    call: ([list]) =>
      list!.isWhollyKnown
        ? listValue(
            list!.items.filter((item) => !item.isNull && item.text !== ''),
            stringType,
          )
        : unknownFrom(listOfText, [list!]),
  },
  concat: {
    parameters: [],
    rest: anything('seqs', { marked: true }),
    result: concatType,
    call: (args, type) => concat(args, type),
  },
  distinct: {
    parameters: [listOfAny('list')],
    result: ([list]) => list!.type,
    call: ([list], type) =>
      list!.isWhollyKnown ? listValue(distinct(list!.items), elementOf(type)) : unknownFrom(type, [list!]),
  },
  flatten: {
    parameters: [anything('list', { marked: true })],
    result: ([list]) => {
      if (list!.isWhollyKnown && !isSequence(list!.type))
        fail('only lists, sets and tuples can be flattened', 0);
      return anyType;
    },
    call: ([list]) => flatten(list!),
  },
  range: {
    parameters: [],
    rest: number('params'),
    result: listOf(numberType),
    call: (args) => listValue(range(args.map((arg) => arg.number)).map(numberValue), numberType),
  },
  reverse: {
    parameters: [anything('list', { marked: true })],
    result: ([list]) => {
      const { type } = list!;
      if (type.kind === 'tuple') return tupleOf([...type.items].reverse());
      if (type.kind === 'list' || type.kind === 'set') return listOf(type.element);
      return fail(`only lists and tuples can be reversed, not ${describeType(type)}`, 0);
    },
    call: ([list], type) =>
      (list!.isUnsettled ? unknownFrom(type, [list!]) : sequence(type, [...list!.items].reverse())).withMarks(
        list!.marks,
      ),
  },
  slice: {
    parameters: [anything('list', { marked: true }), number('start_index'), number('end_index')],
    result: sliceType,
    call: ([list, start, end], type) =>
      sequence(type, list!.items.slice(wholeNumber(start!, 1), wholeNumber(end!, 2))).withMarks(list!.marks),
  },
};

/** A list or a tuple, as the type says. */
function sequence(type: Type, items: Items): Value {
  return type.kind === 'tuple' ? tupleValue(items) : listValue(items, elementOf(type));
}

function chunks(list: Value, size: number): Items {
  if (size < 0) fail('the size must not be negative', 1);
  if (list.items.length === 0) return [];
  if (size === 0) return [list.unmarked()];
  const results: Value[] = [];
  for (let at = 0; at < list.items.length; at += size)
    results.push(listValue(list.items.slice(at, at + size)));
  return results;
}

/** Lists of types that unify give a list, anything else a tuple. */
function concatType(args: Items): Type {
  if (args.length === 0) fail('at least one argument is required');
  if (args.every((arg) => arg.kind === 'list')) {
    const common = unify(args.map((arg) => arg.type));
    if (common) return common;
  }
  const items: Type[] = [];
  for (const [at, { type, data }] of args.entries()) {
    if (type.kind === 'tuple') for (const item of type.items) items.push(item);
    else if (type.kind !== 'list')
      fail(`only lists and tuples can be put together, not ${describeType(type)}`, at);
    else if (!Array.isArray(data)) return anyType;
    else for (let count = 0; count < data.length; count++) items.push(type.element);
    if (items.length > largestSize) fail(`the result holds more than ${largestSize} values`);
  }
  return tupleOf(items);
}

function concat(args: Items, type: Type): Value {
  let marks: Marks = noMarks;
  const items: Value[] = [];
  for (const arg of args) {
    marks = joinMarks(marks, arg.marks);
    const list = type.kind === 'list' ? converted(arg, type) : arg;
    for (const item of list.items) items.push(item);
    if (items.length > largestSize) fail(`the result holds more than ${largestSize} values`);
  }
  return sequence(type, items).withMarks(marks);
}

/** The first of each value, in the order of the list. */
export function distinct(items: Items): Items {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = setKey(item);
    return !seen.has(key) && seen.add(key);
  });
}

function flatten(list: Value): Value {
  const items: Value[] = [];
  const gathered = gather(list, items, noMarks);
  return gathered.known
    ? tupleValue(items).withMarks(gathered.marks)
    : unknownFrom(anyType, [list]).withMarks(gathered.marks);
}

/** Puts all items, at any depth, into one array; not known where a sequence inside is unknown. */
function gather(
  list: Value,
  into: Value[],
  given: Marks,
): { readonly known: boolean; readonly marks: Marks } {
  let marks = joinMarks(given, list.marks);
  if (list.isUnknown) return { known: false, marks };
  let known = !list.isUnsettled;
  for (const item of list.items) {
    if (item.kind === 'any' && item.isUnknown) known = false;
    if (item.isNull || !(item.kind === 'list' || item.kind === 'set' || item.kind === 'tuple'))
      into.push(item);
    else {
      const inner = gather(item, into, marks);
      marks = inner.marks;
      known &&= inner.known;
    }
  }
  return { known, marks };
}

function range(given: readonly Num[]): readonly Num[] {
  if (given.length < 1 || given.length > 3) fail('it takes one, two or three numbers');
  const start = given.length === 1 ? 0 : given[0]!;
  const end = given.length === 1 ? given[0]! : given[1]!;
  const step = given[2] ?? (compare(end, start) < 0 ? -1 : 1);
  const direction = sign(step);
  if (direction === 0) fail('the step must not be zero', 2);
  if (compare(end, start) * direction < 0) fail('the step leads away from the end', 1);
  const numbers: Num[] = [];
  for (let next = start; compare(next, end) * direction < 0; next = add(next, step))
    if (numbers.push(next) > 1024) fail('a range has at most 1024 numbers');
  return numbers;
}

function sliceType(args: Items): Type {
  const [list, start, end] = args as [Value, Value, Value];
  const { type } = list;
  if (type.kind === 'set') return fail('items of a set have no positions: make it a list with tolist', 0);
  if (type.kind !== 'list' && type.kind !== 'tuple') return fail('it must be a list or tuple', 0);
  const length =
    type.kind === 'tuple' ? type.items.length : list.isUnknown ? Number.POSITIVE_INFINITY : list.items.length;
  const [from, to] = [start, end].map((bound, at) => {
    if (bound.isUnknown) return undefined;
    const position = wholeNumber(bound, at + 1);
    if (position < 0) fail('it must not be negative', at + 1);
    if (position > length) fail('it must not be greater than the length of the list', at + 1);
    return position;
  });
  if (from !== undefined && to !== undefined && from > to)
    fail('the start must not be greater than the end', 1);
  if (type.kind !== 'tuple') return type;
  return from === undefined || to === undefined ? anyType : tupleOf(type.items.slice(from, to));
}
