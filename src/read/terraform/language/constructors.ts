import type { Expression, ObjectConstructor, Tuple } from '../../../syntax/hcl/tree.ts';
import { convert } from './convert.ts';
import type { Evaluation } from './evaluation.ts';
import { Failure } from './failure.ts';
import { anyType, stringType } from './type.ts';
import { unknownFrom } from './unknown-value.ts';
import { joinMarks, noMarks, objectValue, textValue, tupleValue, type Value } from './value.ts';

/** `[a, b]` */
export function evaluateTuple({ items }: Tuple, evaluation: Evaluation): Value {
  const values = new Array<Value>(items.length);
  for (let at = 0; at < items.length; at++) values[at] = evaluation.evaluate(items[at]!);
  return tupleValue(values);
}

/**
 * `{ key = value }`. With a key that is not known, nothing is known of the whole. Of two equal keys the last one counts.
 * Source: hashicorp/hcl, hclsyntax/expression.go (ObjectConsExpr).
 */
export function evaluateObject({ items }: ObjectConstructor, evaluation: Evaluation): Value {
  const entries = new Map<string, Value>();
  let marks = noMarks;
  let undecided: Value | undefined;
  for (const item of items) {
    const given = evaluateKey(item.key, evaluation);
    const value = evaluation.evaluate(item.value);
    const key = given.isNull ? new Failure('it is null') : convert(given, stringType);
    marks = joinMarks(marks, given.marks);
    if (key instanceof Failure) undecided = evaluation.fail(`this cannot be a key: ${key.message}`, item.key);
    else if (key.isUnknown) undecided ??= key;
    else entries.set(key.text, value);
  }
  return undecided
    ? unknownFrom(anyType, [undecided]).withMarks(marks)
    : objectValue(entries).withMarks(marks);
}

function evaluateKey(key: Expression, evaluation: Evaluation): Value {
  switch (key.kind) {
    case 'template': {
      const part = key.parts[0];
      if (key.parts.length === 1 && part?.kind === 'text') return textValue(part.text);
      return evaluation.evaluate(key);
    }
    case 'literal':
      return key.value === null ? textValue('null') : evaluation.evaluate(key);
    case 'variable':
      return textValue(key.name);
    case 'attribute-access':
      return evaluation.fail('a reference as a key stands in parentheses, a name with dots in quotes', key);
    default:
      return evaluation.evaluate(key);
  }
}
