import type { Conditional, Expression, Range } from '../../../syntax/hcl/tree.ts';
import { convert } from './convert.ts';
import type { Evaluation } from './evaluation.ts';
import { Failure } from './failure.ts';
import { anyType, boolType, describeType, isCollection, sameType, type Type } from './type.ts';
import { unify } from './unify.ts';
import { lengthBounds, type Refinement, unknownFrom } from './unknown-value.ts';
import { joinMarks, nullValue, untypedNull, type Value } from './value.ts';

/**
 * `condition ? then : else`. Both results are evaluated, as their types decide the type of the whole; what is wrong
 * with the one that is not taken does not matter. Source: hashicorp/hcl, hclsyntax/expression.go (ConditionalExpr).
 */
export function evaluateConditional(node: Conditional, evaluation: Evaluation): Value {
  const start = evaluation.problems;
  const first = evaluation.evaluate(node.then);
  const middle = evaluation.problems;
  const second = evaluation.evaluate(node.else);
  return choose(node.condition, { first, second, start, middle }, node, evaluation);
}

/** Both results, and the counts of problems before the first and between the two. */
interface Branches {
  readonly first: Value;
  readonly second: Value;
  readonly start: number;
  readonly middle: number;
}

/** @param at what a mismatch of the two results is blamed on */
export function choose(
  condition: Expression,
  { first, second, start, middle }: Branches,
  at: Range,
  evaluation: Evaluation,
): Value {
  const end = evaluation.problems;
  const type = commonType(first, second);
  if (!type) {
    evaluation.drop(start, end);
    return evaluation.fail(
      `both results must have one type: ${describeDifference(first.type, second.type)}`,
      at,
    );
  }
  const given = evaluation.evaluate(condition);
  const marks = joinMarks(given.marks, joinMarks(first.marks, second.marks));
  if (given.isUnknown) {
    evaluation.drop(start, end);
    return unknownChoice(type, given, first, second).withMarks(marks);
  }
  const flag = given.isNull ? new Failure('it is null') : convert(given, boolType);
  if (flag instanceof Failure) {
    evaluation.drop(start, end);
    evaluation.fail(`a condition must be true or false: ${flag.message}`, condition);
    return unknownFrom(type, [given]).withMarks(marks);
  }
  if (flag.flag) evaluation.drop(middle, end);
  else evaluation.drop(start, middle);
  const chosen = flag.flag ? first : second;
  evaluation.scope.budget.spend(sameType(chosen.type, type) ? 0 : chosen.size);
  const result = convert(chosen, type);
  if (result instanceof Failure)
    return evaluation.fail(`the result has the wrong type: ${result.message}`, at);
  return result.withMarks(marks);
}

/** The type of both results; a bare `null` and what is of no type yet adapt to the other. */
function commonType(first: Value, second: Value): Type | undefined {
  if (first.kind === second.kind && first.kind !== 'any') {
    const { type } = first;
    if (sameType(type, second.type)) return type;
  }
  if (isBareNull(first)) return second.type;
  if (isBareNull(second)) return first.type;
  if (first.kind === 'any' || second.kind === 'any') return anyType;
  return unify([first.type, second.type]);
}

function isBareNull(value: Value): boolean {
  return value.data === untypedNull.data && value.kind === 'any' && !value.isMarked;
}

function unknownChoice(type: Type, condition: Value, first: Value, second: Value): Value {
  if (first.isNull && second.isNull) return nullValue(type);
  const refinement: Refinement = { present: first.isPresent && second.isPresent && type.kind !== 'any' };
  const causes = [condition, first, second];
  if (!isCollection(type) || !sameType(first.type, second.type)) return unknownFrom(type, causes, refinement);
  const one = lengthBounds(first);
  const other = lengthBounds(second);
  return unknownFrom(type, causes, {
    ...refinement,
    minLength: Math.min(one.min, other.min),
    maxLength: Math.max(one.max, other.max),
  });
}

function describeDifference(first: Type, second: Type): string {
  if (first.kind === 'object' && second.kind === 'object') {
    for (const [name, type] of first.attributes) {
      const other = second.attributes.get(name);
      if (!other) return `only the first has the attribute "${name}"`;
      if (!unify([type, other])) return `attribute "${name}": ${describeDifference(type, other)}`;
    }
    for (const name of second.attributes.keys())
      if (!first.attributes.has(name)) return `only the second has the attribute "${name}"`;
  }
  if (first.kind === 'tuple' && second.kind === 'tuple') {
    if (first.items.length !== second.items.length)
      return `the first has ${first.items.length} elements, the second ${second.items.length}`;
    const at = first.items.findIndex((item, position) => !unify([item, second.items[position]!]));
    if (at >= 0) return `element ${at}: ${describeDifference(first.items[at]!, second.items[at]!)}`;
  }
  return `the first is ${describeType(first)}, the second ${describeType(second)}`;
}
