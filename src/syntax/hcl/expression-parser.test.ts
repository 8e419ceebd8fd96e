import { describe, expect, it } from 'vitest';
import { outline } from '../../../tests/support/hcl-outline.ts';
import { parseHclExpression } from './parse-hcl.ts';
import type { Expression } from './tree.ts';

function read(text: string): string {
  const { expression, errors } = parseHclExpression(text);
  expect(errors).toEqual([]);
  return outline(expression);
}

function errorOf(text: string): string {
  const { errors } = parseHclExpression(text);
  expect(errors).toHaveLength(1);
  const { start, end, message } = errors[0]!;
  return `${start}-${end} ${message}`;
}

describe('operators', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a * b + c', '((a * b) + c)'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b % c * d', '(((a / b) % c) * d)'],
    ['a || b && c == d < e + f * g', '(a || (b && (c == (d < (e + (f * g))))))'],
    ['a * b + c < d == e && f || g', '((((((a * b) + c) < d) == e) && f) || g)'],
    ['a == b != c', '((a == b) != c)'],
    ['a <= b && c >= d', '((a <= b) && (c >= d))'],
    ['!a == -b', '((!a) == (-b))'],
    ['!!a', '(!(!a))'],
    ['-a.b[0]', '(-a.b[0])'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a ? b ? c : d : e', '(a ? (b ? c : d) : e)'],
    ['a == b ? c + d : e', '((a == b) ? (c + d) : e)'],
    ['(a + b) * c', '(paren (a + b) * c)'],
    ['a-b', 'a-b'],
    ['1-2', '(1 - 2)'],
    ['a\n+\nb', '(a + b)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('terms', () => {
  it.each([
    ['12.50', '12.50'],
    ['1e-5', '1e-5'],
    ['3.14159265358979323846264338327950288419716939937510582097494459', undefined],
    ['true', 'true'],
    ['null', 'null'],
    ['trueish', 'trueish'],
    ['été', 'été'],
    ['𝔘x', '𝔘x'],
    ['[1, a, [],]', '[1, a, []]'],
    ['[\n1 # one\n,\n2]', '[1, 2]'],
    ['{ a = 1, "b" : 2\n (c) = 3\n d.e = 4 }', '{<"a"> = 1, <"b"> = 2, paren c = 3, d.e = 4}'],
    ['{ true = 1, null: 2 }', '{<"true"> = 1, <"null"> = 2}'],
    ['{ "${a}" = 1 }', '{<$a> = 1}'],
    ['{ a == b = 1, p::f() = 2 }', '{(a == b) = 1, p::f() = 2}'],
    ['f()', 'f()'],
    ['f(a, b...)', 'f(a, b...)'],
    ['f(\n  a,\n)', 'f(a)'],
    ['provider::aws::arn_parse(x)', 'provider::aws::arn_parse(x)'],
    ['[for x in y : x]', 'for(x in y : x)'],
    ['[for k, v in y : v if k != "a"]', 'for(k, v in y : v if (k != <"a">))'],
    ['{for k, v in y : k => v...}', 'for(k, v in y : k => v...)'],
    ['{\n  for x in y :\n  x => 1 if z\n}', 'for(x in y : x => 1 if z)'],
    ['[(for), 1]', '[paren for, 1]'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected ?? text);
  });
});

describe('traversals', () => {
  it.each([
    ['a.b.c', 'a.b.c'],
    ['a[0]["x"][y]', 'a[0][<"x">][y]'],
    ['a.0.b', 'a.0.b'],
    ['a[*].b[0].c', 'full(a | *.b[0].c)'],
    ['a.*.b.c[0]', 'attributes(a | *.b.c)[0]'],
    ['a.*', 'attributes(a | *)'],
    ['a.*.0.b', 'attributes(a | *.0.b)'],
    ['a[*][*].b', 'full(a | full(* | *.b))'],
    ['a.*[*].b', 'full(attributes(a | *) | *.b)'],
    ['f(x).y', 'f(x).y'],
    ['[1, 2][0]', '[1, 2][0]'],
    ['(a).b', 'paren a.b'],
    ['[for x in y : x...', undefined],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(parseHclExpression(text).errors).toHaveLength(1);
    else expect(read(text)).toBe(expected);
  });

  it('gives every step its range', () => {
    const text = ' var.list [ 0 ] . name ';
    const found: string[] = [];
    let node: Expression = parseHclExpression(text).expression;
    for (;;) {
      found.push(text.slice(node.start, node.end));
      if (node.kind !== 'index' && node.kind !== 'attribute-access') break;
      node = node.of;
    }
    expect(found).toEqual(['var.list [ 0 ] . name', 'var.list [ 0 ]', 'var.list', 'var']);
  });
});

describe('errors say what would be right, at the place', () => {
  it.each([
    ['', '0-0 Expected a value, but found the end of the file.'],
    ['1 +', '3-3 Expected a value, but found the end of the file.'],
    ['[1 2]', '3-4 Expected "," or "]" behind an item of the list, but found "2".'],
    ['{ a 1 }', '4-5 Expected "=" and a value behind the key, but found "1".'],
    ['{ a == 1 }', undefined],
    ['f(1', '3-3 Expected "," or ")" behind an argument of f(), but found the end of the file.'],
    ['f(a... b)', '7-8 Expected ")" behind "...", but found "b".'],
    ['a ? b', '5-5 Expected ":" and what the value is otherwise, but found the end of the file.'],
    ['a..b', '2-3 Expected a name behind ".", but found ".".'],
    ['a.0.1', '2-5 "0.1" reads as one number here: write the two indexes as [0][1].'],
    ['1.2.3', '0-5 "1.2.3" is not a number: write digits, at most one dot and one exponent.'],
    ["'x'", '0-1 Expected a value, but found "\'" (strings stand in double quotes).'],
    ['a & b', '2-3 Expected nothing behind the expression, but found "&" (logical and is "&&").'],
    [
      '[for x in y : k => v]',
      '14-15 A "for" in brackets makes a list: write a value without "key =>", or use braces.',
    ],
    ['{for x in y : x}', '14-15 A "for" in braces makes an object: write "key => value".'],
    ['[for x : y]', '7-8 Expected "in" and a collection, but found ":".'],
    ['a.*.b.*.c', undefined],
    ['p::q', '4-4 Expected "(" and the arguments of p::q, but found the end of the file.'],
    ['a\r+ b', undefined],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(parseHclExpression(text).errors).toHaveLength(1);
    else expect(errorOf(text)).toBe(expected);
  });
});

describe('depth', () => {
  it.each([
    ['brackets', (n: number) => '['.repeat(n)],
    ['closed brackets', (n: number) => '['.repeat(n) + ']'.repeat(n)],
    ['braces', (n: number) => '{a='.repeat(n)],
    ['parentheses', (n: number) => '('.repeat(n)],
    ['calls', (n: number) => 'f('.repeat(n)],
    ['negations', (n: number) => '!'.repeat(n)],
    ['conditionals', (n: number) => 'a ? '.repeat(n)],
    ['alternatives', (n: number) => 'a ? b : '.repeat(n)],
    ['interpolations', (n: number) => '"${'.repeat(n)],
    ['indexes', (n: number) => 'a['.repeat(n)],
    ['splats', (n: number) => `a${'[*]'.repeat(n)}`],
    ['attribute splats', (n: number) => `a${'.*[*]'.repeat(n)}`],
    ['a long sum', (n: number) => `a${' + a'.repeat(n)}`],
    ['a long path', (n: number) => `a${'.b'.repeat(n)}`],
  ])('of %s is bounded', (_, text) => {
    const { errors } = parseHclExpression(text(100_000));
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toMatch(
      /^This (is nested more than 250 levels deep|expression is more than 1000 steps high)\.$/,
    );
  });

  it('allows what people write', () => {
    expect(parseHclExpression(`${'['.repeat(200)}1${']'.repeat(200)}`).errors).toEqual([]);
    expect(parseHclExpression(`1${' + 1'.repeat(900)}`).errors).toEqual([]);
    expect(parseHclExpression(`[${'a.b.c.d + 1, '.repeat(5000)}]`).errors).toEqual([]);
    expect(parseHclExpression(`1${' + a.b.c'.repeat(400)}`).errors).toEqual([]);
  });
});
