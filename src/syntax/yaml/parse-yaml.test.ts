import { describe, expect, test } from 'vitest';
import type { Node } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from './parse-yaml.ts';

function parse(text: string) {
  const file = new SourceFile('a.yaml', text);
  const { documents, problems } = parseYaml(file);
  const written = (node: Node | undefined) => node && text.slice(node.start, node.end);
  const at = (start: number | undefined) => {
    const { line, column } = file.positionAt(start ?? -1);
    return `${line}:${column}`;
  };
  return {
    documents,
    problems,
    root: documents[0],
    values: documents.map((each) => each.plain()),
    written,
    at,
  };
}

describe('a node knows where its value and its key are written', () => {
  const text = [
    '# head',
    'map: # why',
    '  key: value # end',
    '  "quoted": "two',
    '    lines"',
    'list:',
    '- plain over',
    '  two lines',
    '-',
    '- - nested',
    '- first: 1',
    '  second: [a, {b: c}]',
    'literal: |-',
    '  text',
    '',
    '  more  ',
    '',
    'empty:',
    '# tail',
    '',
  ].join('\n');
  const expected: readonly (readonly [path: readonly (string | number)[], written: string, key: string])[] = [
    [['map'], 'key: value # end\n  "quoted": "two\n    lines"', '2:1'],
    [['map', 'key'], 'value', '3:3'],
    [['map', 'quoted'], '"two\n    lines"', '4:3'],
    [['list', 0], 'plain over\n  two lines', '7:1'],
    [['list', 1], '', '9:1'],
    [['list', 2], '- nested', '10:1'],
    [['list', 2, 0], 'nested', '10:3'],
    [['list', 3], 'first: 1\n  second: [a, {b: c}]', '11:1'],
    [['list', 3, 'second'], '[a, {b: c}]', '12:3'],
    [['list', 3, 'second', 0], 'a', '12:12'],
    [['list', 3, 'second', 1], '{b: c}', '12:15'],
    [['list', 3, 'second', 1, 'b'], 'c', '12:16'],
    [['literal'], '|-\n  text\n\n  more  ', '13:1'],
    [['empty'], '', '18:1'],
  ];
  // a tag is beyond the quick parser
  for (const [parser, source] of [
    ['quick', text],
    ['full', `${text}tagged: !a b\n`],
  ] as const)
    test.each(expected)(`${parser} parser: %j`, (path, written, key) => {
      const found = parse(source);
      const node = found.root!.peek(...path)!;
      expect(found.written(node)).toBe(written);
      expect(found.at(node.keyStart)).toBe(key);
    });

  test('a map starts at its first key and ends with its last value', () => {
    const { root, written } = parse('# a\n\nb: 1\nc: 2 # d\n\n# e\n');
    expect(written(root)).toBe('b: 1\nc: 2');
  });

  test('an anchor and a tag are not of the value; an alias is written where it stands', () => {
    const { root, written } = parse('a: &x !!str 1\nb: *x\n');
    expect(written(root!.peek('a'))).toBe('1');
    expect(written(root!.peek('b'))).toBe('*x');
    expect(root!.plain()).toEqual({ a: '1', b: '1' });
  });
});

describe('several documents', () => {
  test('a broken one does not lose the others', () => {
    const { values, problems, at } = parse(
      'a: 1\n---\nb: [\n---\nc: 3\n--- |\n  x\n...\n%YAML 1.2\n---\nd: "\n',
    );
    expect(values).toEqual([{ a: 1 }, { c: 3 }, 'x\n']);
    expect(problems.map(({ kind, start }) => [kind, at(start)])).toEqual([
      ['unreadable', '3:4'],
      ['unreadable', '12:1'],
    ]);
  });

  test('an empty one is null, only comments are none', () => {
    expect(parse('# a\n---\n# b\n---\nc: 1\n').values).toEqual([null, { c: 1 }]);
    expect(parse('# a\n').values).toEqual([]);
    expect(parse('').values).toEqual([]);
  });

  test('markers within quotes and block scalars of a deeper column are text', () => {
    expect(parse('a: |\n  ---\n  b\nc: "x --- y"\n').values).toEqual([{ a: '---\nb\n', c: 'x --- y' }]);
  });

  test('the first thousand broken documents are enough', () => {
    const { problems } = parse('---\n[\n'.repeat(5000));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({ kind: 'limit' });
  });
});

describe('what is wrong has its place', () => {
  test.each([
    ['a: 1\nb: 2\na: 3\n', 'invalid', '3:1', 'there twice'],
    ['a: 1\n\tb: 2\n', 'unreadable', '2:1', 'tab'],
    ['a:\n  b: 1\n c: 2\n', 'unreadable', '3:2', 'align'],
    ['a: "b\nc: d\n', 'unreadable', '1:4', 'never closed'],
    ['!b "c\n', 'unreadable', '2:1', 'double quote'],
    ['a: "\\d"\n', 'unreadable', '1:6', 'escape'],
    ['a: {{ b }}\n', 'invalid', '1:5', 'cannot be a key'],
    ['a: [b, {c: d}\ne: f\n', 'unreadable', '2:1', 'belongs'],
    ['a: [b, {c: d} e]\n', 'unreadable', '1:15', 'comma'],
    ['a: [b, {c: d,\n', 'unreadable', '1:8', 'never closed'],
    ['a: [ # c', 'unreadable', '1:4', 'never closed'],
    ['a: *b\n', 'unreadable', '1:4', 'anchor'],
    ['a: b: c\n', 'unreadable', '1:5', 'a second colon'],
    ['a: `b`\n', 'unreadable', '1:4', 'cannot begin with `'],
    ['a: {b}/c\nd: 1\n', 'unreadable', '1:7', 'follows the bracket'],
    ['a: \u0001\n', 'unreadable', '1:4', 'control character'],
    ['a: !!int b\n', 'unreadable', '1:4', '!!int'],
    ['<<: 1\n', 'invalid', '1:5', 'merged'],
  ])('%j', (text, kind, place, words) => {
    const { problems, at } = parse(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind, path: 'a.yaml' });
    expect(at(problems[0]!.start)).toBe(place);
    expect(problems[0]!.message).toContain(words);
  });

  test('the last of several equal keys wins', () => {
    expect(parse('a: 1\nb: 2\na: 3\n').values).toEqual([{ a: 3, b: 2 }]);
    expect(parse('a: 1\nb: !x 2\na: 3\n').values).toEqual([{ a: 3, b: '2' }]);
    expect(parse('m: {a: 1, a: 2}\nfull: !x 3\n').problems).toHaveLength(1);
    const many = Array.from({ length: 60 }, (_, at) => `k${at % 50}: ${at}\n`).join('');
    expect(parse(many).problems).toHaveLength(10);
    expect(parse(many).root!.get('k3')!.content).toBe(53);
  });

  test('no message quotes a value', () => {
    for (const secret of ['!s3cr3t^', '*s3cr3t', '!s3cr3t!x y', '"\\s3cr3t"', '[s3cr3t: {', '@s3cr3t'])
      for (const { message } of parse(`password: ${secret}\n`).problems)
        expect(message).not.toContain('s3cr');
  });
});

describe('what editors of all systems write', () => {
  const lf =
    'a: b\nc:\n  - "d\n    e"\n  - |\n    f\n\n    g\n  - >-\n    h\n    i\n  - {j: k,\n    l: m}\n# end\n---\nn: 1\n';

  test('carriage returns', () => {
    const { values, problems, root, written } = parse(lf.replaceAll('\n', '\r\n'));
    expect(problems).toEqual([]);
    expect(values).toEqual(parse(lf).values);
    expect(written(root!.peek('a'))).toBe('b');
    expect(written(root!.peek('c', 0))).toBe('"d\r\n    e"');
  });

  test('a byte-order mark', () => {
    const { values, root } = parse(`\ufeff${lf}`);
    expect(values).toEqual(parse(lf).values);
    expect(root!.start).toBe(1);
  });

  test('no line feed at the end', () => {
    for (const text of ['a: b', 'a: "b"', 'a:', 'a: [1]', 'a: |\n  b', 'a: |+\n  b', '- ', '# c', 'a: b # c'])
      expect(parse(text).values, text).toEqual(parse(`${text}\n`).values);
    expect(parse('a: |-\n  b').written(parse('a: |-\n  b').root)).toBe('a: |-\n  b');
  });

  test('lines in quotes and brackets need no indentation', () => {
    expect(parse('a: "b\nc"\nd: [\ne,\nf\n]\ng: {\n}\n').values).toEqual([
      { a: 'b c', d: ['e', 'f'], g: {} },
    ]);
  });
});

describe('limits', () => {
  test('aliases share nodes, and stand for a bounded number of them', () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map((pair) => pair.split('')))
      levels.push(`${to}: &${to} [${`*${from}, `.repeat(10)}]`);
    const { values, problems } = parse(`${levels.join('\n')}\n---\nnext: 1\n`);
    expect(values).toEqual([{ next: 1 }]);
    expect(problems).toMatchObject([{ kind: 'limit' }]);
    expect(parse(levels.slice(0, 4).join('\n')).problems).toEqual([]);
  });

  test('the bound is that of the file', () => {
    const document = `a: &a [${'x, '.repeat(1000)}]\nb: [${'*a, '.repeat(900)}]\n---\n`;
    expect(parse(document).problems).toEqual([]);
    expect(parse(document.repeat(2)).problems).toMatchObject([{ kind: 'limit' }]);
  });

  test('a tag may say that keys are merged', () => {
    expect(parse('a: &a {x: 1}\nb:\n  !!merge <<: *a\n  z: 2\nc: {!!str <<: 3}\n').values).toEqual([
      { a: { x: 1 }, b: { x: 1, z: 2 }, c: { '<<': 3 } },
    ]);
  });

  test('merged keys count as well', () => {
    const keys = Array.from({ length: 1000 }, (_, at) => `k${at}: 1`).join(', ');
    const { problems } = parse(`a: &a {${keys}}\nb:\n${'  - {<<: *a}\n'.repeat(1500)}`);
    expect(problems).toMatchObject([{ kind: 'limit' }]);
  });

  test('aliases do not nest deeper than text may', () => {
    const chain = ['a0: &a0 [x]'];
    for (let at = 1; at < 500; at++) chain.push(`a${at}: &a${at} [*a${at - 1}]`);
    expect(parse(chain.join('\n')).problems).toMatchObject([{ kind: 'limit' }]);
    expect(parse(chain.slice(0, 100).join('\n')).problems).toEqual([]);
  });

  test('an anchor cannot hold itself', () => {
    expect(parse('a: &a [*a]\n').problems).toMatchObject([{ kind: 'unreadable' }]);
    expect(parse('a: &a [&a x, *a]\n').values).toEqual([{ a: ['x', 'x'] }]);
  });

  test('both parsers allow the same depth', () => {
    for (const before of ['', '!a '])
      for (const [open, close] of [
        ['[', ']'],
        ['{a: ', '}'],
        ['- ', ''],
      ] as const) {
        const nested = (depth: number) => parse(`${before}\n${open.repeat(depth)}x${close.repeat(depth)}\n`);
        expect(nested(200).problems).toEqual([]);
        expect(nested(201).problems).toMatchObject([{ kind: 'limit' }]);
      }
  });

  test.each([
    ['lists', '['.repeat(100_000)],
    ['maps', '{a: '.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['lines', Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')],
    ['tagged', `!a ${'['.repeat(100_000)}`],
  ])('deep %s', (_, text) => {
    expect(parse(text).problems).toMatchObject([{ kind: 'limit' }]);
    expect(parse(text).values).toEqual([]);
  });
});
