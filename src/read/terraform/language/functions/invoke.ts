import { convert } from '../convert.ts';
import { Failure, fail } from '../failure.ts';
import { deepMarks, withoutMarks } from '../marks.ts';
import { anyType, type Type } from '../type.ts';
import { presentValue, unknownFrom } from '../unknown-value.ts';
import { type Items, joinMarks, type Marks, noMarks, type Value } from '../value.ts';
import type { CallContext, Definition, Parameter } from './function.ts';

/**
 * Calls a function: converts the arguments, takes marks off and puts them onto the result, and answers unknown
 * arguments with an unknown result of the right type. Source: go-cty, `function.Function.Call`.
 * @throws Failure with the position of the argument that is to blame
 */
export function invoke(definition: Definition, given: Items, context: CallContext): Value {
  const args = given.map((arg, at) => argument(arg, parameterAt(definition, at), at));
  let marks = noMarks;
  let untyped = false;
  let unknown = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    const parameter = parameterAt(definition, at);
    if (arg.containsMarks && !parameter.marked) {
      marks = joinMarks(marks, deepMarks(arg));
      args[at] = withoutMarks(arg);
    }
    if (arg.isNull && !parameter.null) fail('it must not be null', at);
    if (arg.kind === 'any' && !parameter.untyped) untyped = true;
    if (arg.isUnknown && !parameter.unknown) unknown = true;
  }
  if (untyped) return unknownFrom(anyType, args).withMarks(marksOf(given));
  const type = resultType(definition, args);
  const present = definition.nullable !== true;
  if (unknown)
    return unknownFrom(type, args, { present: present && type.kind !== 'any' }).withMarks(marksOf(given));
  const result = definition.call(args, type, context);
  return (present ? presentValue(result) : result).withMarks(marks);
}

/** Nobody looked at the marks of an argument that was left to the function: an unknown result takes them all. */
function marksOf(args: Items): Marks {
  return args.reduce((marks: Marks, arg) => joinMarks(marks, deepMarks(arg)), noMarks);
}

/** @throws Failure where there are too few or too many arguments */
export function checkCount({ parameters, rest }: Definition, count: number): void {
  const missing = parameters[count];
  const plural = parameters.length === 1 ? 'argument' : 'arguments';
  const expected = `it takes ${rest ? 'at least ' : ''}${parameters.length} ${plural}`;
  if (missing) fail(`${expected}; the value for "${missing.name}" is missing`);
  if (!rest && count > parameters.length) fail(`${expected}, not ${count}`);
}

function parameterAt({ parameters, rest }: Definition, at: number): Parameter {
  return parameters[at] ?? rest!;
}

function argument(value: Value, parameter: Parameter, at: number): Value {
  if (parameter.type.kind === 'any') return value;
  const result = convert(value, parameter.type);
  if (result instanceof Failure) throw result.of(at);
  return result;
}

function resultType({ result }: Definition, args: Items): Type {
  return typeof result === 'function' ? result(args) : result;
}
