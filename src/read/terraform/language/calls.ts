import type { Call, Expression } from '../../../syntax/hcl/tree.ts';
import type { Evaluation } from './evaluation.ts';
import { Failure } from './failure.ts';
import type { CallContext, Definition } from './functions/function.ts';
import { checkCount, invoke } from './functions/invoke.ts';
import { functionNamed } from './functions/table.ts';
import { deepMarks } from './marks.ts';
import { anyType, boolType } from './type.ts';
import { fit, parseType } from './type-constraint.ts';
import { unknownFrom, unknownValue } from './unknown-value.ts';
import { boolValue, type Items, type Value } from './value.ts';

/** `name(args)`: a built-in function, or one that a provider computes and that is therefore unknown. */
export function evaluateCall(node: Call, evaluation: Evaluation, context: CallContext): Value {
  const form = forms[node.name.startsWith('core::') ? node.name.slice(6) : node.name];
  if (form) return form(node, evaluation);
  const definition = functionNamed(node.name);
  if (definition) return callFunction(definition, node, evaluation, context);
  if (!node.name.startsWith('provider::')) return evaluation.fail(unknownFunction(node.name), node);
  const args = node.args.map((arg) => evaluation.evaluate(arg));
  const computed = unknownValue(anyType, `the provider computes ${node.name}`);
  return args.reduce((value, arg) => value.withMarks(deepMarks(arg)), computed);
}

function callFunction(
  definition: Definition,
  node: Call,
  evaluation: Evaluation,
  context: CallContext,
): Value {
  const start = evaluation.problems;
  const args = argumentsOf(node, evaluation);
  if (!Array.isArray(args)) return args as Value;
  const marked = args.some((arg) => arg.containsMarks);
  let size = 0;
  for (const arg of args) size += arg.size;
  evaluation.scope.budget.spend(size);
  try {
    checkCount(definition, args.length);
    if (evaluation.problems > start) return unknownFrom(anyType, args);
    const result = invoke(definition, args, context);
    evaluation.scope.budget.spend(result.size);
    return result;
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    const at = node.args[Math.min(failure.argument ?? node.args.length, node.args.length - 1)];
    return evaluation.fail(
      describeFailure(definition, node.name, failure, marked),
      (failure.argument !== undefined && at) || node,
    );
  }
}

function describeFailure(definition: Definition, name: string, failure: Failure, marked: boolean): string {
  if (marked) return `${name} fails for a sensitive value`;
  const { argument, message } = failure;
  if (argument === undefined) return `${name} fails: ${message}`;
  const parameter = definition.parameters[argument] ?? definition.rest;
  return `${name} does not take this${parameter ? ` for "${parameter.name}"` : ''}: ${message}`;
}

/** The arguments, with the items of one that is followed by `...`; unknown where those are. */
function argumentsOf({ args, expand }: Call, evaluation: Evaluation): Items | Value {
  const values: Value[] = [];
  for (const arg of args) values.push(evaluation.evaluate(arg));
  if (!expand) return values;
  const last = values.pop()!;
  const place = args.at(-1)!;
  if (last.isNull) return evaluation.fail('null cannot be spread with "..."', place);
  if (last.kind !== 'any' && last.kind !== 'list' && last.kind !== 'set' && last.kind !== 'tuple')
    return evaluation.fail('only a list, set or tuple can be spread with "..."', place);
  if (last.isUnknown || last.isUnsettled) return unknownFrom(anyType, [last]).withMarks(last.marks);
  for (const item of last.items) values.push(item.withMarks(last.marks));
  return values;
}

type Form = (node: Call, evaluation: Evaluation) => Value;

/** Functions that take expressions rather than values. Source: hashicorp/hcl, ext/tryfunc; OpenTofu, lang/type_conversion.go. */
const forms: Readonly<Record<string, Form | undefined>> = Object.assign(Object.create(null) as object, {
  try: evaluateTry,
  can: evaluateCan,
  convert: evaluateConvert,
  type: (node: Call, evaluation: Evaluation) => evaluation.fail('type works on the console only', node),
});

/** The first expression that has no problem. What holds something unknown might still have one, so it is unknown as a whole. */
function evaluateTry(node: Call, evaluation: Evaluation): Value {
  const start = evaluation.problems;
  const args = triedArguments(node, evaluation);
  if (args.length === 0) return evaluation.fail('try takes at least one expression', node);
  for (const arg of args) {
    const before = evaluation.problems;
    const value = arg();
    if (evaluation.problems > before) continue;
    evaluation.drop(start);
    return value.isWhollyKnown ? value : unknownFrom(anyType, [value]).withMarks(deepMarks(value));
  }
  const first = evaluation.problem(start);
  evaluation.drop(start);
  return evaluation.fail(`none of the expressions works; the first: ${first}`, node);
}

function evaluateCan(node: Call, evaluation: Evaluation): Value {
  const start = evaluation.problems;
  const [arg, ...others] = triedArguments(node, evaluation);
  if (!arg || others.length > 0) return evaluation.fail('can takes exactly one expression', node);
  const value = arg();
  const works = evaluation.problems === start;
  evaluation.drop(start);
  return works && !value.isWhollyKnown ? unknownFrom(boolType, [value]) : boolValue(works);
}

function triedArguments(node: Call, evaluation: Evaluation): readonly (() => Value)[] {
  if (!node.expand) return node.args.map((arg) => () => evaluation.evaluate(arg));
  const values = argumentsOf(node, evaluation);
  return Array.isArray(values) ? values.map((value) => () => value as Value) : [() => values as Value];
}

function evaluateConvert(node: Call, evaluation: Evaluation): Value {
  const [arg, type] = node.args as [Expression?, Expression?];
  if (!arg || !type || node.args.length > 2) return evaluation.fail('convert takes a value and a type', node);
  const start = evaluation.problems;
  const value = evaluation.evaluate(arg);
  const constraint = parseType(
    type,
    (standard) => evaluation.evaluate(standard),
    ({ message, ...at }) => {
      evaluation.fail(message, at);
    },
  );
  if (evaluation.problems > start) return unknownFrom(anyType, [value]);
  const result = fit(value, constraint);
  return result instanceof Failure ? evaluation.fail(`convert fails: ${result.message}`, arg) : result;
}

function unknownFunction(name: string): string {
  if (name === 'list') return 'there is no function "list" any more: write tolist([…])';
  if (name === 'map') return 'there is no function "map" any more: write tomap({…})';
  return `there is no function "${name}"`;
}
