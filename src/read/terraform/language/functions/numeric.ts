import type { Num } from '../big-float.ts';
import { converted } from '../convert.ts';
import { Failure, fail } from '../failure.ts';
import { absolute, add, ceil, compare, floor, fromDouble, isWhole, sign, toDouble } from '../number.ts';
import { describeType, isSequence, numberType } from '../type.ts';
import { unknownFrom } from '../unknown-value.ts';
import { numberValue, type Value } from '../value.ts';
import { anything, type Definition, type Definitions, number } from './function.ts';
import { parseInteger } from './parse-integer.ts';
import { power } from './power.ts';

/** Functions of numbers. Source: go-cty, function/stdlib/number.go; OpenTofu, lang/funcs/number.go and collection.go. */
export const numericFunctions: Definitions = {
  abs: ofNumber(absolute),
  ceil: ofNumber(ceil),
  floor: ofNumber(floor),
  signum: ofNumber((value) => {
    if (!isWhole(value)) fail('a whole number is required', 0);
    return sign(value);
  }),
  log: ofDoubles('base', (value, base) => Math.log(value) / Math.log(base)),
  pow: ofDoubles('power', power),
  min: ofNumbers((a, b) => (compare(a, b) < 0 ? a : b)),
  max: ofNumbers((a, b) => (compare(a, b) > 0 ? a : b)),
  parseint: {
    parameters: [anything('number', { marked: true }), number('base', { marked: true })],
    result: ([value]) => {
      if (value!.kind !== 'string') fail(`it must be a string, not ${describeType(value!.type)}`, 0);
      return numberType;
    },
    call: ([value, base]) => {
      const radix = toDouble(base!.number);
      if (!Number.isInteger(radix) || radix < 2 || radix > 62)
        fail('the base must be a whole number from 2 to 62', 1);
      const parsed = parseInteger(value!.text, radix);
      if (parsed === undefined) fail('this is no integer of that base', 0);
      return numberValue(parsed).withMarks(value!.marks).withMarks(base!.marks);
    },
  },
  sum: { parameters: [anything('list')], result: numberType, call: ([list]) => sum(list!) },
};

function ofNumber(calculate: (value: Num) => Num): Definition {
  return {
    parameters: [number('num')],
    result: numberType,
    call: ([value]) => numberValue(calculate(value!.number)),
  };
}

function ofDoubles(second: string, calculate: (a: number, b: number) => number): Definition {
  return {
    parameters: [number('num'), number(second)],
    result: numberType,
    call: ([a, b]) => numberValue(fromDouble(calculate(toDouble(a!.number), toDouble(b!.number)))),
  };
}

function ofNumbers(choose: (a: Num, b: Num) => Num): Definition {
  return {
    parameters: [],
    rest: number('numbers'),
    result: numberType,
    call: (values) => {
      const [first, ...others] = values;
      if (!first) fail('at least one number is required');
      return numberValue(others.reduce((chosen, value) => choose(chosen, value.number), first!.number));
    },
  };
}

function sum(list: Value): Value {
  if (!isSequence(list.type))
    fail(`a list, set or tuple of numbers is required, not ${describeType(list.type)}`, 0);
  if (list.items.length === 0) fail('an empty list has no sum', 0);
  if (!list.isWhollyKnown) return unknownFrom(numberType, [list]);
  let total: Num = 0;
  for (const item of list.items) {
    if (item.isNull) fail('null cannot be added up', 0);
    const value = numberOf(item);
    total = add(total, value);
  }
  return numberValue(total);
}

function numberOf(item: Value): Num {
  try {
    return converted(item, numberType).number;
  } catch (failure) {
    throw failure instanceof Failure ? failure.of(0) : failure;
  }
}
