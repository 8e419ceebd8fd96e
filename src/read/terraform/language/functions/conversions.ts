import { convert } from '../convert.ts';
import { Failure, fail } from '../failure.ts';
import { mapParts } from '../marks.ts';
import { describeMismatch } from '../mismatch.ts';
import {
  anyType,
  boolType,
  describeType,
  isPrimitive,
  listOf,
  mapOf,
  numberType,
  sameType,
  setOf,
  stringType,
  type Type,
} from '../type.ts';
import { convertible } from '../unify.ts';
import { unknownFrom } from '../unknown-value.ts';
import { boolValue, nullValue, type Value } from '../value.ts';
import { all, anything, type Definition, type Definitions } from './function.ts';

export const sensitiveMark = 'sensitive';
export const ephemeralMark = 'ephemeral';

/** Functions of types and marks. Source: OpenTofu, lang/funcs/conversion.go, sensitive.go and ephemeral.go. */
export const conversionFunctions: Definitions = {
  tostring: to(stringType),
  tonumber: to(numberType),
  tobool: to(boolType),
  tolist: to(listOf(anyType)),
  toset: to(setOf(anyType)),
  tomap: to(mapOf(anyType)),
  sensitive: ofAnything((value) => value.withMarks(new Set([sensitiveMark]))),
  nonsensitive: ofAnything((value) => value.withoutMark(sensitiveMark)),
  issensitive: {
    parameters: [anything('value', all)],
    result: boolType,
    call: ([value]) =>
      value!.isUnknown ? unknownFrom(boolType, [value!]) : boolValue(value!.hasMark(sensitiveMark)),
  },
  ephemeralasnull: ofAnything(ephemeralAsNull),
};

function to(type: Type): Definition {
  return {
    parameters: [anything('v', { null: true, marked: true, untyped: true })],
    result: ([value]) => {
      const given = value!.type;
      if (convertible(given, type)) return sameType(given, type) ? given : type;
      const isNestedMismatch = !isPrimitive(given) && !isPrimitive(type);
      const reason = isNestedMismatch ? `: ${describeMismatch(given, type)}` : '';
      return fail(`${describeType(given)} cannot be converted to ${describeType(type)}${reason}`, 0);
    },
    nullable: true,
    call: ([value]) => {
      const result = convert(value!, type);
      if (result instanceof Failure)
        fail(`it cannot be converted to ${describeType(type)}: ${result.message}`, 0);
      return result as Value;
    },
  };
}

function ofAnything(change: (value: Value) => Value): Definition {
  return {
    parameters: [anything('value', all)],
    result: ([value]) => value!.type,
    nullable: true,
    call: ([value]) => change(value!),
  };
}

function ephemeralAsNull(value: Value): Value {
  if (!value.containsMarks) return value;
  const kept = value.withoutMark(ephemeralMark);
  if (value.isUnknown || value.isNull) return kept;
  if (value.hasMark(ephemeralMark)) return nullValue(value.type).withMarks(kept.marks);
  return mapParts(value, ephemeralAsNull);
}
