import { describe, expect, it } from 'vitest';
import { contextsOf, pathOf, shownContextsOf } from './contexts.ts';
import { parseExpression, placeholdersOf } from './parse-expression.ts';
import type { Expression } from './tree.ts';

function parsed(text: string): Expression {
  const { expression, error } = parseExpression(text);
  expect(error).toBeUndefined();
  return expression!;
}

describe('parseExpression', () => {
  it.each([
    ['github.event.issue.title', ['github.event.issue.title']],
    ["github['event']['Issue'].title", ['github.event.issue.title']],
    ['github.event.commits[0].message', ['github.event.commits.0.message']],
    ['github.event.commits.*.message', ['github.event.commits.*.message']],
    ["format('{0} {1}', a.b, c.d) == 'x''y'", ['a.b', 'c.d']],
    ['secrets[matrix.name]', ['secrets.*', 'matrix.name']],
    ["!(a || b.c) && -1.5e3 < 0x1F && null != 'a'", ['a', 'b.c']],
    ['fromJSON(steps.a.outputs.b).c[0]', ['*.c.0', 'steps.a.outputs.b']],
  ])('%s reads %j', (text, paths) => {
    expect([...contextsOf(parsed(text))].map(pathOf)).toEqual(paths);
  });

  it('binds && more tightly than ||, and comparisons more tightly still', () => {
    const expression = parsed('a || b && c == d');
    expect(expression).toMatchObject({
      operator: '||',
      operands: [{ root: 'a' }, { operator: '&&', operands: [{ root: 'b' }, { operator: '==' }] }],
    });
  });

  it.each([
    ["a.b == 'x'", []],
    ["a.b == 'x' && c.d || 'e'", ['c.d']],
    ['contains(a.b, c.d)', []],
    ["format('{0}', a.b)", ['a.b']],
    ['toJSON(github.event)', ['github.event']],
  ])('%s shows the text of %j', (text, paths) => {
    expect([...shownContextsOf(parsed(text))].map(pathOf)).toEqual(paths);
  });

  it.each(['a ==', '(a', 'a b', "'a", 'a.', 'f(a b)', '"a"'])('says that %s is no expression', (text) => {
    expect(parseExpression(text)).toMatchObject({ expression: undefined, error: expect.any(String) });
  });
});

describe('placeholdersOf', () => {
  it('finds all of them with their places', () => {
    const text = "x ${{ a.b }} y ${{ '}}' }} ${{";
    const found = placeholdersOf(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '${{ a.b }}',
      "${{ '}}' }}",
      '${{',
    ]);
    expect(found[2]!.error).toMatch(/never closed/);
  });

  it('takes bounded time and depth on hostile text', () => {
    for (const piece of ['${{ ', '(', '!', 'a[', '.a', 'a && ', "'", '${{ a }}'])
      expect(placeholdersOf(`\${{ ${piece.repeat(50_000)} }}`).length, piece).toBeGreaterThan(0);
  });
});
