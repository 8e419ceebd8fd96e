import { convert } from '../convert.ts';
import { equals } from '../equality.ts';
import { Failure, fail } from '../failure.ts';
import { mapParts } from '../marks.ts';
import { anyType, describeType, listOf, mapOf, setOf, stringType, type Type } from '../type.ts';
import { lengthBounds, type Refinement, refine } from '../unknown-value.ts';
import type { Items, Value } from '../value.ts';
import { ephemeralMark, sensitiveMark } from './conversions.ts';
import {
  all,
  anything,
  type Definition,
  type Definitions,
  maybe,
  number,
  parameter,
  text,
} from './function.ts';
import { wholeNumber } from './strings.ts';

/** Functions of OpenTofu that tell more of unknown values. Source: OpenTofu, lang/funcs/assume.go. */
export const assumptionFunctions: Definitions = {
  assumeequal: {
    parameters: [anything('actual_value', all), anything('expected_value', all)],
    result: ([, assumed]) => assumed!.type,
    nullable: true,
    call: ([actual, assumed]) => assumeEqual(actual!, assumed!),
  },
  assumenotnull: {
    parameters: [anything('value', maybe)],
    result: ([value]) => value!.type,
    nullable: true,
    call: ([value]) => {
      if (value!.kind === 'any') fail('the value must have a type: convert gives it one', 0);
      return value!.isNull ? broken() : refine(value!, { present: true });
    },
  },
  assumestringprefix: {
    parameters: [parameter('value', stringType, maybe), text('prefix')],
    result: stringType,
    nullable: true,
    call: ([value, prefix]) => {
      if (value!.isUnknown) return refine(value!, { prefix: prefix!.text });
      return value!.isNull || value!.text.startsWith(prefix!.text) ? value! : broken();
    },
  },
  ...lengthAssumptions('list', listOf(anyType)),
  ...lengthAssumptions('set', setOf(anyType)),
  ...lengthAssumptions('map', mapOf(anyType)),
};

function lengthAssumptions(kind: string, type: Type): Definitions {
  const min = number('min_length');
  const max = number('max_length');
  return {
    [`assume${kind}length`]: lengthAssumption(type, [min, max], ([lower, upper]) => ({
      minLength: lower!,
      maxLength: upper!,
    })),
    [`assume${kind}lengthmin`]: lengthAssumption(type, [min], ([lower]) => ({ minLength: lower! })),
    [`assume${kind}lengthmax`]: lengthAssumption(type, [max], ([upper]) => ({ maxLength: upper! })),
  };
}

function lengthAssumption(
  type: Type,
  bounds: Definition['parameters'],
  refinement: (bounds: readonly number[]) => Refinement,
): Definition {
  return {
    parameters: [parameter('value', type, maybe), ...bounds],
    result: ([value]) => value!.type,
    nullable: true,
    call: ([value, ...given]: Items) => {
      const told = refinement(given.map((bound, at) => wholeNumber(bound, at + 1)));
      if (value!.isUnknown) return refine(value!, told);
      const { min, max } = lengthBounds(value!);
      const fits = value!.isNull || (max >= (told.minLength ?? 0) && min <= (told.maxLength ?? max));
      return fits ? value! : broken();
    },
  };
}

function assumeEqual(actual: Value, assumed: Value): Value {
  const result = convert(actual, assumed.type);
  if (result instanceof Failure)
    return fail(`the value is ${describeType(actual.type)}, assumed was ${describeType(assumed.type)}`, 0);
  return equals(result, assumed) === false ? broken() : withMarksOf(result, assumed);
}

/** The assumed value with the marks of the actual one, except for those that say who may see it. */
function withMarksOf(actual: Value, assumed: Value): Value {
  if (!actual.containsMarks) return assumed;
  const marks = actual.withoutMark(sensitiveMark).withoutMark(ephemeralMark).marks;
  if (!actual.isIterable || !assumed.isIterable) return assumed.withMarks(marks);
  let at = 0;
  const parts = actual.parts;
  return mapParts(assumed, (part) => withMarksOf(parts[at++] ?? part, part)).withMarks(marks);
}

function broken(): never {
  return fail('the assumption does not hold', 0);
}
