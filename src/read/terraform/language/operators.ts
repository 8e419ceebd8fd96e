import type { Binary, Expression, Unary } from '../../../syntax/hcl/tree.ts';
import type { Num } from './big-float.ts';
import { convert } from './convert.ts';
import { equals } from './equality.ts';
import type { Evaluation } from './evaluation.ts';
import { Failure } from './failure.ts';
import { deepMarks } from './marks.ts';
import { add, compare, divide, modulo, multiply, negate, subtract } from './number.ts';
import { boolType, numberType, type Type } from './type.ts';
import { unknownFrom } from './unknown-value.ts';
import { boolValue, joinMarks, numberValue, type Value } from './value.ts';

type Operator = Binary['operator'];

const arithmetic: Partial<Record<Operator, (a: Num, b: Num) => Num>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': modulo,
};

const comparison: Partial<Record<Operator, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

export function evaluateBinary({ operator, left, right }: Binary, evaluation: Evaluation): Value {
  if (operator === '&&' || operator === '||') return evaluateLogical(operator, left, right, evaluation);
  const a = evaluation.evaluate(left);
  const b = evaluation.evaluate(right);
  if (operator === '==' || operator === '!=') return evaluateEquality(operator, a, b, evaluation);
  const x = operand(a, numberType, left, evaluation);
  const y = operand(b, numberType, right, evaluation);
  const marks = joinMarks(a.marks, b.marks);
  const calculate = arithmetic[operator];
  if (x === undefined || y === undefined)
    return unknownFrom(calculate ? numberType : boolType, [a, b]).withMarks(marks);
  if (x.isUnknown || y.isUnknown)
    return unknownFrom(calculate ? numberType : boolType, [x, y], { present: true }).withMarks(marks);
  const result = calculate
    ? numberValue(calculate(x.number, y.number))
    : boolValue(comparison[operator]!(compare(x.number, y.number)));
  return result.withMarks(marks);
}

function evaluateEquality(operator: '==' | '!=', a: Value, b: Value, evaluation: Evaluation): Value {
  evaluation.scope.budget.spend(Math.min(a.size, b.size));
  const marks = a.isNull === b.isNull ? joinMarks(deepMarks(a), deepMarks(b)) : joinMarks(a.marks, b.marks);
  const equal = equals(a, b);
  if (equal === undefined) return unknownFrom(boolType, [a, b], { present: true }).withMarks(marks);
  return boolValue(equal === (operator === '==')).withMarks(marks);
}

/**
 * One side can decide alone, whichever it is; what is wrong with the other does not matter then.
 * Source: hashicorp/hcl, hclsyntax/expression_ops.go (as of Terraform 1.12; before, both sides had to be sound).
 */
function evaluateLogical(
  operator: '&&' | '||',
  left: Expression,
  right: Expression,
  evaluation: Evaluation,
): Value {
  const start = evaluation.problems;
  const a = evaluation.evaluate(left);
  const middle = evaluation.problems;
  const b = evaluation.evaluate(right);
  const end = evaluation.problems;
  const x = operand(a, boolType, left, evaluation);
  const y = operand(b, boolType, right, evaluation);
  const marks = joinMarks(a.marks, b.marks);
  if (x === undefined || y === undefined) return unknownFrom(boolType, [a, b]).withMarks(marks);
  const decisive = operator === '||';
  if (x.data === decisive || (x.isUnknown && y.isUnknown && start === middle)) evaluation.drop(middle, end);
  else if (y.data === decisive || (y.isUnknown && !x.isUnknown)) evaluation.drop(start, middle);
  if (x.data === decisive || y.data === decisive) return boolValue(decisive).withMarks(marks);
  if (x.isUnknown || y.isUnknown) return unknownFrom(boolType, [x, y], { present: true }).withMarks(marks);
  return boolValue(y.flag).withMarks(marks);
}

export function evaluateUnary({ operator, operand: inner }: Unary, evaluation: Evaluation): Value {
  const given = evaluation.evaluate(inner);
  const type = operator === '!' ? boolType : numberType;
  const value = operand(given, type, inner, evaluation);
  if (value === undefined) return unknownFrom(type, [given]).withMarks(given.marks);
  if (value.isUnknown) return unknownFrom(type, [value], { present: true }).withMarks(value.marks);
  const result = operator === '!' ? boolValue(!value.flag) : numberValue(negate(value.number));
  return result.withMarks(value.marks);
}

/** The value as an operand of a type; where it is none, that is reported. */
function operand(value: Value, type: Type, at: Expression, evaluation: Evaluation): Value | undefined {
  const result = convert(value, type);
  if (!(result instanceof Failure) && !result.isNull) return result;
  const why = result instanceof Failure ? result.message : 'it is null';
  evaluation.fail(`this cannot be calculated with: ${why}`, at);
  return undefined;
}
