import { describe, expect, it } from 'vitest';
import { outlineBody } from '../../../tests/support/hcl-outline.ts';
import { parseHcl } from './parse-hcl.ts';

/** What is read in spite of errors, and the errors with the text they point at. */
function recover(text: string): [outlined: string, ...errors: string[]] {
  const { body, errors } = parseHcl(text);
  const told = errors.map(
    ({ start, end, message }) => `${JSON.stringify(text.slice(start, end))}: ${message}`,
  );
  return [outlineBody(body), ...told];
}
describe('a broken item loses only itself', () => {
  it.each<[what: string, text: string, ...expected: string[]]>([
    [
      'a missing value',
      'b {\n  a =\n  c = 1\n}\nd = 2\n',
      'b\n  c = 1\nd = 2\n',
      '"\\n": Expected a value, but found the end of the line.',
    ],
    [
      'an unclosed string',
      'a = "x\nb = 2\n',
      'b = 2\n',
      '"\\"x": This string is never closed: end it with a quote on its line, or use <<EOT for a text of several lines.',
    ],
    [
      'an unclosed bracket',
      'b {\n  a = [1, 2\n  c = 3\n}\nd {\n}\n',
      'b\n  c = 3\nd\n',
      '"c": Expected "," or "]" behind an item of the list, but found "c".',
    ],
    [
      'an unclosed bracket behind a comma',
      'b {\n  a = [1, 2,\n  c = 3\n}\nd {\n}\n',
      'b\n  c = 3\nd\n',
      '"=": Expected "," or "]" behind an item of the list, but found "=".',
    ],
    [
      'an unclosed brace',
      'b {\n  a = {\n    x = 1\n  c = 3\n}\nd {\n}\n',
      'b\n  c = 3\nd\n',
      '"a": A bracket, brace or parenthesis in the value of "a" is never closed.',
    ],
    [
      'an unclosed brace as the last item',
      'b {\n  a = {\n    x = 1\n}\nd {\n}\n',
      'b\nd\n',
      '"a": A bracket, brace or parenthesis in the value of "a" is never closed.',
    ],
    [
      'a broken item of an object',
      'b {\n  a = {\n    x = = 1\n    y = 2\n  }\n  c = 3\n}\nd = 1\n',
      'b\n  c = 3\nd = 1\n',
      '"=": Expected a value, but found "=".',
    ],
    [
      'an interpolation of another language in a heredoc',
      'a = <<E\n  echo ${X:-y}\nb = 1\nE\nc = 2\n',
      'c = 2\n',
      '":": Expected "}" at the end of the interpolation (to write "${" itself, write "$${"), but found ":".',
    ],
    [
      'an unclosed heredoc',
      'a = <<EOT\n  x\nb = 1\nc {\n}\n',
      'b = 1\nc\n',
      '"<<EOT": This heredoc is never closed: end it with a line that holds only "EOT".',
    ],
    [
      'an unclosed block',
      'a "x" {\n  b = 1\n\nc "y" {\n  d = 2\n}\n',
      'a "x"\n  b = 1\nc "y"\n  d = 2\n',
      '"{": This "a" block is never closed: a "}" is missing.',
    ],
    [
      'an unclosed block in a block',
      'a {\n  b {\n    c = 1\n  d = 2\n}\ne {\n}\n',
      'a\n  b\n    c = 1\n  d = 2\ne\n',
      '"{": This "b" block is never closed: a "}" is missing.',
    ],
    [
      'an unclosed block as the last item of a block',
      'a {\n  b {\n    c = 1\n}\ne {\n}\n',
      'a\n  b\n    c = 1\ne\n',
      '"{": This "b" block is never closed: a "}" is missing.',
    ],
    [
      'an unclosed block at the end',
      'a {\n  b = 1\n',
      'a\n  b = 1\n',
      '"{": This "a" block is never closed: a "}" is missing.',
    ],
    [
      'a stray bracket',
      'b {\n  a = 1\n[}\n( c = 1\nd = 2\n',
      'b\n  a = 1\nc = 1\nd = 2\n',
      '"[": Expected an argument or a block, but found "[".',
      '"(": Expected an argument or a block, but found "(".',
    ],
    [
      'a broken item that stands too far left',
      'b {\n  a = 1\nc = = 2\n  d = 3\n}\n',
      'b\n  a = 1\n  d = 3\n',
      '"=": Expected a value, but found "=".',
    ],
    [
      'an unclosed block in a file that is not indented well',
      'a {\n  b {\n    c = 1\n  }\n\nd {\n  e {\n f = 1\n }\n}\ng = 1\n',
      'a\n  b\n    c = 1\nd\n  e\n    f = 1\ng = 1\n',
      '"{": This "a" block is never closed: a "}" is missing.',
    ],
    [
      'a brace too many',
      'a {\n}\n}\nb = 1\n',
      'a\nb = 1\n',
      '"}": No block is open that this "}" could close.',
    ],
    [
      'a header without quotes at its end',
      'a "x {\n  b = 1\n}\nc = 2\n',
      'c = 2\n',
      '"\\"x {": This string is never closed: end it with a quote on its line, or use <<EOT for a text of several lines.',
    ],
    [
      'an equals sign in a header',
      'a "x" = {\n  b = 1\n}\nc = 2\n',
      'c = 2\n',
      '"=": Expected a label or "{" behind "a", but found "=".',
    ],
    [
      'a brace on the next line',
      'a "x"\n{\n  b = 1\n}\nc = 2\n',
      'a "x"\n  b = 1\nc = 2\n',
      '"{": The "{" of this "a" block must stand on the line of its header.',
    ],
    [
      'an interpolation in a label',
      'a "x${y}" {\n  b = 1\n}\n',
      'a "x${y}"\n  b = 1\n',
      '"\\"x${y}\\"": A label holds plain text only: write "$${" where you mean the characters "${".',
    ],
    [
      'commas',
      'a = 1,\nb = 2, c = 3\n',
      'a = 1\nb = 2\nc = 3\n',
      ...Array(2).fill('",": Arguments are separated by newlines, not by commas.'),
    ],
    [
      'two items in a line',
      'a = 1 b = 2\n',
      'a = 1\nb = 2\n',
      '"b": Each argument and each block starts on a line of its own.',
    ],
    ['a colon', 'a: 1\nb = 2\n', 'b = 2\n', '":": Expected "=" behind "a", but found ":".'],
    [
      'quotes around a name',
      '"a" = 1\nb = 2\n',
      'b = 2\n',
      '"\\"": The name of an argument or block stands without quotes.',
    ],
    [
      'a condition that goes on in the next line',
      'a = b\n  ? c\n  : d\ne = 1\n',
      'a = b\ne = 1\n',
      '"?": Expected an argument or a block, but found "?".',
    ],
    [
      'an unclosed comment',
      'a = 1\n/* b\nc = 2\n',
      'a = 1\nc = 2\n',
      '"/*": This comment is never closed: end it with "*/".',
    ],
    [
      'a name set twice',
      'a = 1\nb {\n  a = 1\n}\na = 2\n',
      'a = 1\nb\n  a = 1\na = 2\n',
      '"a": "a" is set twice in this body: remove one.',
    ],
    [
      'two arguments on the line of a block',
      'b { a = 1, c = 2 }\n',
      'b\n  a = 1\n  c = 2\n',
      '",": A block on one line holds one argument only: write each argument on a line of its own.',
    ],
    [
      'an argument on the first of several lines',
      'b { a = 1\n  c = 2 }\nd = 1\n',
      'b\n  a = 1\n  c = 2\nd = 1\n',
      '"\\n": This block starts on one line: close it on this line too, or put its argument on the next.',
    ],
    [
      'a block on the line of a block',
      'b { c {} }\n',
      'b\n  c\n',
      '"c {": A block on one line holds one argument only: put this block on a line of its own.',
    ],
    [
      'a brace behind the last argument',
      'b {\n  a = 1 }\nc = 1\n',
      'b\n  a = 1\nc = 1\n',
      '"}": The "}" of a block of several lines must stand on a line of its own.',
    ],
    [
      'a broken block on one line',
      'b { a = = 1 }\nc = 1\n',
      'c = 1\n',
      '"=": Expected a value, but found "=".',
    ],
    [
      'no indentation',
      'b {\na = [1\nc = 2\n}\nd {\n}\n',
      'b\n  c = 2\nd\n',
      '"c": Expected "," or "]" behind an item of the list, but found "c".',
    ],
  ])('%s', (_, text, ...expected) => {
    expect(recover(text)).toEqual(expected);
  });

  it('finds each comment once, also where it is read again', () => {
    const text = 'a = <<E\nb = "${ c /* d */ }" # e\n/* f */ g = 1\n${ h /* i */ }\n';
    const { comments } = parseHcl(text);
    expect(comments().map(({ start, end }) => text.slice(start, end))).toEqual(['/* d */', '# e', '/* f */']);
  });

  it('gives up where too much would be read again', () => {
    const { errors } = parseHcl('a = <<E\n'.repeat(100));
    expect(errors.length).toBeLessThan(20);
    expect(errors.at(-1)!.message).toBe('Too much before this is broken: the rest of the file is not read.');
  });

  it('bounds the number of errors', () => {
    const { errors } = parseHcl('a = = 1\n'.repeat(10_000));
    expect(errors).toHaveLength(201);
    expect(errors.at(-1)!.message).toBe('Too much before this is broken: the rest of the file is not read.');
    expect(parseHcl('}\n'.repeat(10_000)).errors.at(-1)!.message).toBe(
      'There are more errors, which are not listed.',
    );
  });

  it('bounds the depth of blocks', () => {
    const { errors } = parseHcl('a {\n'.repeat(251) + '}\n'.repeat(251));
    expect(errors[0]!.message).toBe('This is nested more than 250 levels deep.');
    expect(parseHcl('a {\n'.repeat(250) + '}\n'.repeat(250)).errors).toEqual([]);
  });
});
