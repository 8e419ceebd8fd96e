import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import type { Edit } from '../../model/edit.ts';
import type { Node, Path, Plain } from '../../model/node.ts';
import { applyEdits } from '../apply-edits.ts';

type Step = (body: Node) => Edit;
const set =
  (path: Path, value: Plain, as?: 'object'): Step =>
  (body) => ({ op: 'set', in: body, path, value, ...(as ? { as } : {}) });
const replace =
  (path: Path, value: Plain): Step =>
  (body) => ({ op: 'replace', node: body.peek(...path)!, value });
const remove =
  (...path: Path): Step =>
  (body) => ({ op: 'remove', node: body.peek(...path)! });

/** Edits the resource `aws_x.a` of a text. */
async function edit(text: string, ...steps: Step[]): Promise<string> {
  const { graph } = await readFiles({ 'main.tf': text });
  const { body } = graph.resources.find(({ address }) => address.startsWith('aws_x.a'))!;
  const result = applyEdits(
    body.file,
    steps.map((step) => step(body)),
  );
  return 'text' in result ? result.text : `refused: ${result.refused}`;
}

const whole = `# the head
resource "aws_x" "a" {
  count  = 2
  engine = "pg" # why
  # about size
  size = 10

  tags = {
    Name = "a"
  }

  disk {
    kind = "ssd"
  }
  # the end
}

variable "open" {
  default = true
}
`;

describe('set', () => {
  it.each<[string, Step[], (text: string) => string]>([
    [
      'adds an argument behind the others and before the blocks',
      [set(['encrypted'], true)],
      (text) => text.replace('size = 10', 'size      = 10\n  encrypted = true'),
    ],
    [
      'aligns with its neighbours',
      [set(['az'], 'x')],
      (text) => text.replace('size = 10', 'size = 10\n  az   = "x"'),
    ],
    [
      'adds to a block that is there, and to an object',
      [set(['disk', 'encrypted'], true), set(['tags', 'Owner'], 'me')],
      (text) =>
        text
          .replace('kind = "ssd"', 'kind      = "ssd"\n    encrypted = true')
          .replace('Name = "a"', 'Name  = "a"\n    Owner = "me"'),
    ],
    [
      'makes nested blocks behind everything, once for all edits',
      [set(['options', 'tokens'], 'required'), set(['options', 'inner', 'x'], [1]), set(['options', 'z'], 1)],
      (text) =>
        text.replace(
          'kind = "ssd"\n  }\n',
          'kind = "ssd"\n  }\n\n  options {\n    tokens = "required"\n    z      = 1\n\n    inner {\n      x = [1]\n    }\n  }\n',
        ),
    ],
    [
      'makes an object where it is told to',
      [set(['labels', 'a'], 1, 'object'), set(['labels', 'b-c'], null, 'object')],
      (text) => text.replace('size = 10', 'size = 10\n  labels = {\n    a   = 1\n    b-c = null\n  }'),
    ],
    [
      'replaces a value where it stands',
      [set(['engine'], 'my"sql"')],
      (text) => text.replace('"pg"', '"my\\"sql\\""'),
    ],
  ])('%s', async (_, steps, expected) => {
    expect(await edit(whole, ...steps)).toBe(expected(whole));
    const windows = whole.replaceAll('\n', '\r\n');
    expect(await edit(windows, ...steps)).toBe(expected(whole).replaceAll('\n', '\r\n'));
  });

  it.each<[string, Step, string]>([
    ['{}', set(['b'], 1), '{\n  b = 1\n}'],
    ['{\n}', set(['b'], 1), '{\n  b = 1\n}'],
    ['{\n  # why\n}', set(['b'], 1), '{\n  # why\n  b = 1\n}'],
    ['{ a = 1 }', set(['bb'], 1), '{\n  a  = 1\n  bb = 1\n}'],
    ['{ a = 1 }', set(['b', 'c'], 1), '{\n  a = 1\n  b {\n    c = 1\n  }\n}'],
    ['{\n  a {\n  }\n}', set(['b'], 1), '{\n  b = 1\n\n  a {\n  }\n}'],
    ['{\n    a = 1\n}', set(['b'], 1), '{\n    a = 1\n    b = 1\n}'],
    ['{\n  a   = 1\n  bb = 1\n}', set(['c'], 1), '{\n  a   = 1\n  bb = 1\n  c = 1\n}'],
    ['{\n  a    = 1\n}', set(['c'], 1), '{\n  a    = 1\n  c    = 1\n}'],
    ['{\n  a = { b = 1 }\n}', set(['a', 'c'], 1), '{\n  a = { b = 1, c = 1 }\n}'],
    ['{\n  a = {}\n}', set(['a', 'c'], 1), '{\n  a = {\n    c = 1\n  }\n}'],
    ['{\n  a = { "b" : 1 }\n}', set(['a', 'c'], 1), '{\n  a = { "b" : 1, "c" : 1 }\n}'],
    ['{\n  a = {\n    b = 1,\n  }\n}', set(['a', 'c'], 1), '{\n  a = {\n    b = 1,\n    c = 1,\n  }\n}'],
    ['{\n  a = null\n}', set(['a', 'c'], 1), '{\n  a = {\n    c = 1\n  }\n}'],
    ['{\n  a = [1]\n}', set(['a', 1], 2), '{\n  a = [1, 2]\n}'],
    ['{\n  a = [\n    1 # x\n  ]\n}', set(['a', 1], 2), '{\n  a = [\n    1, # x\n    2\n  ]\n}'],
    ['{\n  a = <<EOF\nx\nEOF\n}', set(['bb'], 2), '{\n  a  = <<EOF\nx\nEOF\n  bb = 2\n}'],
    ['{\n  depends_on = [x.y]\n}', set(['b'], 2), '{\n  depends_on = [x.y]\n  b          = 2\n}'],
    ['{\n  a = 1\n\n  depends_on = []\n}', set(['b'], 2), '{\n  a = 1\n  b = 2\n\n  depends_on = []\n}'],
  ])('in %j', async (block, step, expected) => {
    expect(await edit(`resource "aws_x" "a" ${block}\n`, step)).toBe(`resource "aws_x" "a" ${expected}\n`);
  });

  it('follows a variable to its default', async () => {
    const text = whole.replace('size = 10', 'size = var.open');
    expect(await edit(text, set(['size'], false))).toBe(text.replace('default = true', 'default = false'));
  });

  it.each<[string, Step[], string]>([
    ['{\n  a = merge({}, {})\n}', [set(['a', 'b'], 1)], 'computed|not known'],
    ['{\n  a {}\n  a {}\n}', [set(['a', 'b'], 1)], 'there are several'],
    ['{}', [set(['b'], 1), set(['b'], 2)], 'another fix'],
    ['{}', [set(['b', 'c'], 1), set(['b', 'd'], 2, 'object')], 'another fix'],
  ])('refuses in %j what cannot be done well', async (block, steps, reason) => {
    expect(await edit(`resource "aws_x" "a" ${block}\n`, ...steps)).toMatch(
      new RegExp(`^refused: .*(?:${reason})`),
    );
  });
});

describe('replace and remove', () => {
  it.each<[string, Step, string]>([
    ['{\n  a = 1 # x\n}', replace(['a'], ['${b}', '%{c}']), '{\n  a = ["$${b}", "%%{c}"] # x\n}'],
    ['{\n  a = 1 # x\n  b = 1 # y\n}', replace(['a'], 22), '{\n  a = 22 # x\n  b = 1  # y\n}'],
    ['{\n  a = <<EOF\nx\nEOF\n}', replace(['a'], 'y\n'), '{\n  a = "y\\n"\n}'],
    ['{\n  a = 1\n}', replace(['a'], { b: 1, 'c d': 2 }), '{\n  a = {\n    b     = 1\n    "c d" = 2\n  }\n}'],
    ['{\n  a   = 1\n  bbb = 2\n}', remove('bbb'), '{\n  a = 1\n}'],
    ['{\n  a = 1 # x\n  # of b\n  b = 2\n}', remove('a'), '{\n  # of b\n  b = 2\n}'],
    ['{\n  a = var.open\n  b = 2\n}', remove('a'), '{\n  b = 2\n}'],
    ['{ a = 1 }', remove('a'), '{}'],
    ['{\n  a = 1\n\n  b {\n    c = 1\n  }\n}', remove('b'), '{\n  a = 1\n}'],
    ['{\n  b {}\n\n  b {}\n\n  c {}\n}', remove('b'), '{\n\n  c {}\n}'],
    ['{\n  a = { b = 1, c = 2 }\n}', remove('a', 'b'), '{\n  a = { c = 2 }\n}'],
    ['{\n  a = { b = 1, c = 2 }\n}', remove('a', 'c'), '{\n  a = { b = 1 }\n}'],
    ['{\n  a = {\n    b = 1\n    c = 2\n  }\n}', remove('a', 'b'), '{\n  a = {\n    c = 2\n  }\n}'],
    ['{\n  a = [\n    1,\n    2,\n  ]\n}', remove('a', 1), '{\n  a = [\n    1,\n  ]\n}'],
    ['{\n  a = [1]\n}', remove('a', 0), '{\n  a = []\n}'],
  ])('in %j', async (block, step, expected) => {
    const rest = '\n\nvariable "open" {\n  default = 1\n}\n';
    expect(await edit(`resource "aws_x" "a" ${block}${rest}`, step)).toBe(
      `resource "aws_x" "a" ${expected}${rest}`,
    );
  });
});
