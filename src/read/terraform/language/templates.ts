import type { ForDirective, IfDirective, Range, Template, TemplatePart } from '../../../syntax/hcl/tree.ts';
import { choose } from './conditional.ts';
import { convert } from './convert.ts';
import type { Evaluation } from './evaluation.ts';
import { Failure, fail } from './failure.ts';
import { iterate } from './loop.ts';
import { stringType } from './type.ts';
import { unknownFrom } from './unknown-value.ts';
import { joinMarks, largestSize, type Marks, noMarks, textValue, type Value } from './value.ts';

/** A template that is one interpolation gives its value as it is; every other one gives a string. */
export function evaluateTemplate(node: Template, evaluation: Evaluation): Value {
  const { parts } = node;
  if (parts.length === 1) {
    const part = parts[0]!;
    if (part.kind === 'text') return textValue(part.text);
    if (part.kind === 'interpolation') return evaluation.evaluate(part.value);
  }
  return join(parts, node, evaluation);
}

/** The string that template parts add up to. */
function join(parts: readonly TemplatePart[], at: Range, evaluation: Evaluation): Value {
  const builder = new TextBuilder(evaluation);
  for (const part of parts)
    if (part.kind === 'text') builder.addText(part.text);
    else builder.add(evaluatePart(part, evaluation), part.kind === 'interpolation' ? part.value : at);
  return builder.finish();
}

function evaluatePart(part: TemplatePart, evaluation: Evaluation): Value {
  switch (part.kind) {
    case 'text':
      return textValue(part.text);
    case 'interpolation':
      return evaluation.evaluate(part.value);
    case 'if':
      return evaluateIfDirective(part, evaluation);
    case 'for-directive':
      return evaluateForDirective(part, evaluation);
  }
}

function evaluateIfDirective(node: IfDirective, evaluation: Evaluation): Value {
  const start = evaluation.problems;
  const first = join(node.then, node, evaluation);
  const middle = evaluation.problems;
  const second = join(node.else, node, evaluation);
  return choose(node.condition, { first, second, start, middle }, node, evaluation);
}

function evaluateForDirective(node: ForDirective, evaluation: Evaluation): Value {
  const builder = new TextBuilder(evaluation);
  const collection = iterate(node, evaluation, () => builder.add(join(node.body, node, evaluation), node));
  if (!collection.isIterable || collection.isUnsettled)
    builder.add(unknownFrom(stringType, [collection]), node);
  return builder.finish().withMarks(collection.marks);
}

/** Puts a string together from values, some of which may be unknown or marked. */
class TextBuilder {
  private text = '';
  private marks: Marks = noMarks;
  private readonly unknown: Value[] = [];
  private readonly problems: number;

  constructor(private readonly evaluation: Evaluation) {
    this.problems = evaluation.problems;
  }

  /** What comes after something unknown no longer matters. */
  addText(text: string): void {
    if (this.unknown.length > 0) return;
    this.text += text;
    if (this.text.length > largestSize * 16) fail('the text is too long');
  }

  add(value: Value, at: Range): void {
    this.marks = joinMarks(this.marks, value.marks);
    if (value.isUnknown) this.unknown.push(value);
    else if (value.isNull) this.evaluation.fail('null cannot be put into a text', at);
    else {
      const text = convert(value, stringType);
      if (text instanceof Failure)
        this.evaluation.fail(`this cannot be put into a text: ${text.message}`, at);
      else this.addText(text.text);
    }
  }

  finish(): Value {
    if (this.unknown.length === 0) return textValue(this.text).withMarks(this.marks);
    const prefix = this.evaluation.problems === this.problems ? safePrefix(this.text) : '';
    return unknownFrom(stringType, this.unknown, { present: true, prefix }).withMarks(this.marks);
  }
}

const delimiter = /[-_:;/\\,.(){}[\]|?!~ \t@#$%^&*+"']$/;

/**
 * As much of a text as stays as it is, whatever is put after it: an accent that follows may still change the last
 * letter, but not a delimiter. Source: go-cty, ctystrings.SafeKnownPrefix.
 */
export function safePrefix(text: string): string {
  const start = text.slice(0, 128);
  if (start === '' || delimiter.test(start)) return start;
  const last = start.search(/[^\0-\x7f]/) < 0 ? start.length - 1 : start.search(/[^\0-\x7f]/);
  return start.slice(0, last);
}
