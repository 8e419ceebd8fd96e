import type { Splat } from '../../../syntax/hcl/tree.ts';
import type { Evaluation } from './evaluation.ts';
import { anyType, elementOf, isSequence, listOf, sameType, type Type, tupleOf } from './type.ts';
import { lengthBounds, unknownFrom } from './unknown-value.ts';
import { listValue, tupleValue, type Value } from './value.ts';

/**
 * `of[*].each`: the expression evaluated for every item. What is no sequence counts as one of itself, null as an
 * empty one. Source: hashicorp/hcl, hclsyntax/expression.go (SplatExpr).
 */
export function evaluateSplat(node: Splat, evaluation: Evaluation): Value {
  const start = evaluation.problems;
  const source = evaluation.evaluate(node.of);
  if (evaluation.problems > start) return unknownFrom(anyType, [source]);
  const single = !isSequence(source.type);
  if (source.isNull) {
    if (!single) return evaluation.fail('null has no items for [*]', node.of);
    return tupleValue([]).withMarks(source.marks);
  }
  if (source.kind === 'any') return source;
  const items = single ? [source] : source.isUnknown || source.isUnsettled ? undefined : source.items;
  if (!items) return unknownSplat(node, source, evaluation);
  const before = evaluation.problems;
  const results = items.map((item) => evaluateEach(node, item, evaluation));
  if (single && !source.isPresent) return unknownFrom(anyType, [source]).withMarks(source.marks);
  if (evaluation.problems > before)
    return unknownFrom(resultType(node, source, evaluation), results).withMarks(source.marks);
  if (source.kind !== 'list' && source.kind !== 'set') return tupleValue(results).withMarks(source.marks);
  if (results.length === 0)
    return listValue([], elementOf(resultType(node, source, evaluation, true))).withMarks(source.marks);
  const definite = results.filter((result) => result.kind !== 'any');
  if (!definite.every((result) => sameType(result.type, definite[0]!.type)))
    return evaluation.fail('the items give values of different types: write a for expression instead', node);
  return listValue(results).withMarks(source.marks);
}

function evaluateEach(node: Splat, item: Value, evaluation: Evaluation): Value {
  const { names } = evaluation;
  evaluation.names = { name: '*', value: item, outer: names };
  try {
    return evaluation.evaluate(node.each);
  } finally {
    evaluation.names = names;
  }
}

function unknownSplat(node: Splat, source: Value, evaluation: Evaluation): Value {
  const type = resultType(node, source, evaluation, true);
  const { min, max } = lengthBounds(source);
  const lengths = type.kind === 'list' ? { minLength: min, maxLength: max } : {};
  return unknownFrom(type, [source], { present: true, ...lengths }).withMarks(source.marks);
}

/** The type that the result has, from what the expression gives for an item that is not known. */
function resultType(node: Splat, source: Value, evaluation: Evaluation, report = false): Type {
  const start = evaluation.problems;
  const typeFor = (item: Type) => evaluateEach(node, unknownFrom(item, [source]), evaluation).type;
  const { type } = source;
  const result = type.kind === 'tuple' ? tupleOf(type.items.map(typeFor)) : listOf(typeFor(elementOf(type)));
  if (!report) evaluation.drop(start);
  return result;
}
