import { describe, expect, it } from 'vitest';
import { outline } from '../../../tests/support/hcl-outline.ts';
import { parseHcl, parseHclExpression, parseHclTemplate } from './parse-hcl.ts';

function read(text: string): string {
  const { expression, errors } = parseHclExpression(text);
  expect(errors).toEqual([]);
  return outline(expression);
}

function readTemplate(text: string): string {
  const { expression, errors } = parseHclTemplate(text);
  expect(errors).toEqual([]);
  return outline(expression);
}

/** The value of the only attribute of a file, for what must end its line. */
function readAttribute(text: string): string {
  const { body, errors } = parseHcl(text);
  expect(errors).toEqual([]);
  const item = body.items[0]!;
  return item.kind === 'attribute' ? outline(item.value) : '';
}

describe('quoted strings', () => {
  it.each([
    ['""', '<"">'],
    ['"abc"', '<"abc">'],
    [String.raw`"\n\r\t\"\\"`, String.raw`<"\n\r\t\"\\">`],
    [String.raw`"\u00e9\U0001F600x"`, '<"é😀x">'],
    ['"$${a} %%{b} $ % $$ $5"', '<"${a} %{b} $ % $$ $5">'],
    ['"$$${a}"', '<"$${a}">'],
    ['"a${b}c"', '<"a" $b "c">'],
    ['"${a}"', '<$a>'],
    ['"${a}${b}"', '<$a $b>'],
    ['"${"${a}"}"', '<$<$a>>'],
    ['"${\n  a\n}"', '<$a>'],
    ['"${ { a = "}" } }"', '<${<"a"> = <"}">}>'],
    ['"a ${~ b ~} c"', '<"a" $b "c">'],
    [String.raw`"a\n${'$'}{~ b ~}\n c"`, '<"a" $b "c">'],
    ['" ${~ b ~} "', '<"" $b "">'],
    ['"${a ~}${" b"}"', '<$a $<" b">>'],
    ['"%{ if a }x%{ else }y%{ endif }"', '<if(a | "x" | "y")>'],
    ['"%{if a}%{endif}"', '<if(a |  | )>'],
    ['"%{ for v in [1] }${v},%{ endfor }"', '<for( v in [1] | $v ",")>'],
    ['"%{ for k, v in m ~} x %{~ endfor }"', '<for(k v in m | "x")>'],
    ['"%{ if a }%{ if b }c%{ endif }%{ endif }"', '<if(a | if(b | "c" | ) | )>'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    [
      '"a\nb"',
      '0-2 This string is never closed: end it with a quote on its line, or use <<EOT for a text of several lines.',
    ],
    [
      '"a',
      '0-2 This string is never closed: end it with a quote on its line, or use <<EOT for a text of several lines.',
    ],
    ['"${a"', undefined],
    [
      '"${a b}"',
      '5-6 Expected "}" at the end of the interpolation (to write "${" itself, write "$${"), but found "b".',
    ],
    ['"${}"', '3-4 Expected a value, but found "}".'],
    [
      String.raw`"\q"`,
      String.raw`1-3 "\q" is not an escape sequence: to write a backslash, double it ("\\").`,
    ],
    [String.raw`"\u12"`, String.raw`1-3 "\u" must be followed by 4 hexadecimal digits.`],
    [String.raw`"\uD800"`, '1-7 U+D800 is not a Unicode character.'],
    [String.raw`"\U00110000"`, '1-11 U+00110000 is not a Unicode character.'],
    ['"%{ if a }"', '1-10 This "if" is never closed: end it with "%{ endif }".'],
    ['"%{ endif }"', '1-11 No directive is open that this "endif" could close.'],
    ['"%{ for a in b }%{ endif }"', '16-26 "endfor" must come before this "endif".'],
    [
      '"%{ for a in b }%{ else }%{ endfor }"',
      '16-25 No "%{ if … }" is open that this "else" could belong to.',
    ],
    ['"%{ wat }"', undefined],
  ])('%s is refused', (text, expected) => {
    const { errors } = parseHclExpression(text);
    expect(errors).toHaveLength(1);
    const { start, end, message } = errors[0]!;
    if (expected) expect(`${start}-${end} ${message}`).toBe(expected);
  });

  it('gives parts the range of their raw text', () => {
    const text = String.raw`"a\t${'$'}{ b }c"`;
    const { expression } = parseHclExpression(text);
    if (expression.kind !== 'template') throw new Error('no template');
    expect(expression.parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      String.raw`a\t`,
      '${ b }',
      'c',
    ]);
  });
});

describe('heredocs', () => {
  it.each([
    ['plain', 'a = <<EOT\n  x\n\n  y\nEOT\n', 'plain<"  x\\n\\n  y\\n">'],
    ['empty', 'a = <<EOT\nEOT\n', 'plain<"">'],
    ['indented marker', 'a = <<EOT\n  NOT EOT\n  EOT  \n', 'plain<"  NOT EOT\\n">'],
    ['no escapes but of sequences', 'a = <<E\n\\n "$${a}" %%{b}\nE\n', 'plain<"\\\\n \\"${a}\\" %{b}\\n">'],
    ['interpolation', 'a = <<E\nx ${b} y\nE\n', 'plain<"x " $b " y\\n">'],
    ['marker behind an interpolation', 'a = <<E\n${b}E\nE\n', 'plain<$b "E\\n">'],
    ['heredoc inside', 'a = <<E\n${<<E\nx\nE\n}\nE\n', 'plain<$plain<"x\\n"> "\\n">'],
    ['Windows line ends', 'a = <<-E\r\n  x\r\n  E\r\n', 'indented<"x\\r\\n">'],
    ['least indentation', 'a = <<-E\n    x\n  y\n   z\n  E\n', 'indented<"  x\\ny\\n z\\n">'],
    ['blank lines', 'a = <<-E\n    x\n\n \n    y\n  E\n', 'indented<"x\\n\\n \\ny\\n">'],
    ['tabs and wide blanks count one', 'a = <<-E\n\tx\n\u2003 y\nE\n', 'indented<"x\\n y\\n">'],
    ['interpolation at the start of a line', 'a = <<-E\n  x\n${b}\n  E\n', 'indented<"  x\\n" $b "\\n">'],
    ['indented interpolation', 'a = <<-E\n  x\n    ${b}\n  E\n', 'indented<"x\\n  " $b "\\n">'],
    ['stripping takes the rest of a line', 'a = <<E\n${b ~}\n\n  x\nE\n', 'plain<$b "\\n  x\\n">'],
    ['stripping takes the start of a line', 'a = <<E\nx\n  ${~ b}\nE\n', 'plain<"x\\n" $b "\\n">'],
    ['stripping takes the line before', 'a = <<E\nx \n${~ b}\nE\n', 'plain<"x" $b "\\n">'],
    [
      'directives',
      'a = <<E\n%{ for x in y ~}\n- ${x}\n%{ endfor ~}\nE\n',
      'plain<for( x in y | "- " $x "\\n") "">',
    ],
    ['in a list', 'a = [<<E\nx\nE\n, b]\n', '[plain<"x\\n">, b]'],
    ['in a call', 'a = f(<<E\nx\nE\n)\n', 'f(plain<"x\\n">)'],
  ])('%s', (_, text, expected) => {
    expect(readAttribute(text)).toBe(expected);
  });

  it.each([
    ['a = <<EOT\nx\n', '4-9 This heredoc is never closed: end it with a line that holds only "EOT".'],
    ['a = <<EOT\nx\nEOT', '12-15 Put a newline behind "EOT", which ends the heredoc.'],
    [
      'a = << EOT\nx\nEOT\n',
      '4-10 A heredoc starts with "<<" or "<<-", a name, and the end of the line, nothing else.',
    ],
  ])('%j is refused', (text, expected) => {
    const { errors } = parseHcl(text);
    expect(errors.map(({ start, end, message }) => `${start}-${end} ${message}`)[0]).toBe(expected);
  });
});

describe('templates on their own', () => {
  it.each([
    ['', '<"">'],
    ['a "b" \\n ${c}\nd', '<"a \\"b\\" \\\\n " $c "\\nd">'],
    ['%{ if a ~}\nx\n%{ endif ~}\ny', '<if(a | "x\\n" | ) "y">'],
    ['$', '<"$">'],
    ['${a}', '<$a>'],
  ])('%j', (text, expected) => {
    expect(readTemplate(text)).toBe(expected);
  });

  it('reads a window of a text', () => {
    const { expression } = parseHclTemplate('"x${a}" ${', { start: 1, end: 6 });
    expect(outline(expression)).toBe('<"x" $a>');
  });

  it('is broken as a whole where a directive is', () => {
    const { expression, errors } = parseHclTemplate('a%{ if b }c');
    expect(expression.kind).toBe('broken');
    expect(errors).toHaveLength(1);
  });
});
