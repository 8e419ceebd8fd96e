import { describe, expect, it } from 'vitest';
import { Unknown } from '../../src/model/unknown.ts';
import { Budget } from '../../src/read/terraform/language/budget.ts';
import { equals } from '../../src/read/terraform/language/equality.ts';
import { evaluate } from '../../src/read/terraform/language/evaluate.ts';
import { Failure } from '../../src/read/terraform/language/failure.ts';
import { deepMarks } from '../../src/read/terraform/language/marks.ts';
import { conforms } from '../../src/read/terraform/language/type.ts';
import { lengthBounds, refinementOf, unknownValue } from '../../src/read/terraform/language/unknown-value.ts';
import type { Value } from '../../src/read/terraform/language/value.ts';
import { parseHclExpression } from '../../src/syntax/hcl/parse-hcl.ts';
import type { Expression } from '../../src/syntax/hcl/tree.ts';
import { consoleExpressions } from '../oracles/console-expressions.ts';
import { filesOf } from '../support/evaluate-text.ts';

/**
 * What is said of a value that is partly unknown must hold for what it turns out to be. So each literal of each
 * expression is made unknown in turn: what comes out must leave room for what the whole expression gives.
 */

interface Outcome {
  readonly value: Value;
  readonly problems: readonly string[];
}

function outcome(expression: Expression, hole?: Value): Outcome {
  const problems: string[] = [];
  const value = evaluate(expression, {
    resolve: (root) =>
      root === 'hole' && hole ? { value: hole, used: 0 } : new Failure(`there is no ${root}`),
    report: ({ message }) => problems.push(message),
    files: filesOf({}),
    budget: new Budget(),
  });
  return { value, problems };
}

const hole: Expression = { kind: 'variable', name: 'hole', start: 0, end: 0 };

/** The expression with one literal taken out, for each literal, and that literal. Keys and types stay. */
function* holes(expression: Expression): Generator<readonly [whole: Expression, part: Expression]> {
  if (isLiteral(expression)) yield [hole, expression];
  if (expression.kind === 'call' && expression.name === 'convert') return;
  for (const [name, child] of Object.entries(expression) as [string, unknown][]) {
    if (name === 'parts') continue;
    for (const [at, part] of (Array.isArray(child) ? child : [child]).entries()) {
      const held = part as { readonly kind?: string; readonly value?: Expression } | null;
      const isItem = expression.kind === 'object' && held?.value !== undefined;
      const inner = isItem ? held.value : (held as Expression | null);
      if (typeof inner !== 'object' || inner === null || inner.kind === undefined) continue;
      for (const [replaced, literal] of holes(inner)) {
        const next = isItem ? { ...held, value: replaced } : replaced;
        const changed = Array.isArray(child) ? child.with(at, next) : next;
        yield [{ ...expression, [name]: changed } as Expression, literal];
      }
    }
  }
}

function isLiteral(expression: Expression): boolean {
  if (expression.kind === 'literal') return expression.value !== null;
  return expression.kind === 'template' && expression.parts.every((part) => part.kind === 'text');
}

/** Why a value cannot turn out to be another; nothing where it can. */
function contradiction(told: Value, real: Value): string | undefined {
  if (told.data instanceof Unknown) {
    if (!conforms(real.type, told.type) && !(real.isNull && real.kind === 'any'))
      return 'the type is another';
    if (told.isPresent && real.isNull) return 'it is null';
    if (real.isNull) return undefined;
    const { prefix, minLength, maxLength } = refinementOf(told.data);
    if (real.kind === 'string' && !real.text.startsWith(prefix)) return `it does not start with ${prefix}`;
    if (!real.isIterable) return undefined;
    const { min, max } = lengthBounds(real);
    return max < minLength || min > maxLength ? `it has ${max} items` : undefined;
  }
  if (told.isWhollyKnown)
    return equals(told, real) ? undefined : `it is ${String(real.data)}, not ${String(told.data)}`;
  if (told.kind !== real.kind) return `it is a ${real.kind}`;
  if (told.kind === 'set') return undefined;
  if (told.parts.length !== real.parts.length) return `it has ${real.parts.length} parts`;
  for (const [at, part] of told.parts.entries()) {
    const inner = contradiction(part, real.parts[at]!);
    if (inner) return `part ${at}: ${inner}`;
  }
  return undefined;
}

const sound = consoleExpressions
  .map((text) => ({ text, expression: parseHclExpression(text).expression }))
  .filter(({ expression }) => outcome(expression).problems.length === 0);

describe('what is unknown', () => {
  it.each(sound)('in $text leaves room for what it turns out to be', ({ expression }) => {
    const real = outcome(expression).value;
    for (const [whole, literal] of holes(expression)) {
      const part = outcome(literal).value;
      const { value, problems } = outcome(whole, unknownValue(part.type, 'of the test', { present: true }));
      expect(problems).toEqual([]);
      expect(contradiction(value, real)).toBeUndefined();
    }
  });
});

/** They say what may be seen, ask only about that, or see no more than how many there are. */
const unmarking = /nonsensitive|issensitive|ephemeralasnull|\bcan\(|\btry\(|length\(/;

describe('what is sensitive', () => {
  it.each(sound.filter(({ text }) => !unmarking.test(text)))('in $text stays so', ({ expression }) => {
    for (const [whole, literal] of holes(expression)) {
      const { value: given } = outcome(literal);
      const unknown = unknownValue(given.type, 'of the test', { present: true });
      const matters = !outcome(whole, unknown).value.isWhollyKnown;
      for (const part of matters ? [given, unknown] : [given]) {
        const { value, problems } = outcome(whole, part.withMarks(new Set(['sensitive'])));
        expect(problems).toEqual([]);
        if (matters) expect([...deepMarks(value)]).toContain('sensitive');
      }
    }
  });
});
