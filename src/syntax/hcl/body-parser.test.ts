import { describe, expect, it } from 'vitest';
import { outlineBody } from '../../../tests/support/hcl-outline.ts';
import { parseHcl } from './parse-hcl.ts';

function read(text: string): string {
  const { body, errors } = parseHcl(text);
  expect(errors).toEqual([]);
  return outlineBody(body);
}
describe('structure', () => {
  it.each([
    ['', ''],
    ['\ufeffa = 1', 'a = 1\n'],
    ['a = 1\r\nb = 2\r\n', 'a = 1\nb = 2\n'],
    ['a = 1 # one\n// two\n/* three\n */ b = 2 /* four */\n', 'a = 1\nb = 2\n'],
    ['b {}', 'b\n'],
    ['b { a = 1 }\nc {\n}\n', 'b\n  a = 1\nc\n'],
    [
      'resource "aws_vpc" main {\n  a = 1\n  b "c" {\n  }\n}\n',
      'resource "aws_vpc" "main"\n  a = 1\n  b "c"\n',
    ],
    ['b "a\\"$${c}" {}', 'b "a\\"${c}"\n'],
    ['b { # comment\n a = 1\n}', 'b\n  a = 1\n'],
    ['for = 1\nif = 2\n', 'for = 1\nif = 2\n'],
    ['a-b = 1\n_c = 2\nété = 3', 'a-b = 1\n_c = 2\nété = 3\n'],
    [
      'a = [\n  1,\n\n  2 # x\n]\nb = {\n  # y\n  c = 1 # z\n\n  d = 2,\n}\n',
      'a = [1, 2]\nb = {<"c"> = 1, <"d"> = 2}\n',
    ],
    ['a = (\n  b\n  ? c\n  : d\n)\n', 'a = paren (b ? c : d)\n'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('gives every node its range', () => {
    const text = '# x\nresource "a" b {\n  c = [1] # y\n}\n';
    const block = parseHcl(text).body.items[0]!;
    if (block.kind !== 'block') throw new Error('no block');
    expect(text.slice(block.start, block.end)).toBe('resource "a" b {\n  c = [1] # y\n}');
    expect(block.labels.map(({ start, end }) => text.slice(start, end))).toEqual(['"a"', 'b']);
    expect(text[block.open]).toBe('{');
    expect(text.slice(block.body.start, block.body.end)).toBe('\n  c = [1] # y\n');
    const item = block.body.items[0]!;
    expect(text.slice(item.start, item.end)).toBe('c = [1]');
  });

  it('finds comments, also between the tokens of an expression', () => {
    const text =
      '# a\nb = [ // c\n  1, /* d\n */ 2]\ne "f" /* g */ { # h\n  i = <<E\n# no\n${ j /* k */ }\nE\n}\n#';
    const { comments, errors } = parseHcl(text);
    expect(errors).toEqual([]);
    expect(comments().map(({ start, end }) => text.slice(start, end))).toEqual([
      '# a',
      '// c',
      '/* d\n */',
      '/* g */',
      '# h',
      '/* k */',
      '#',
    ]);
  });
});
