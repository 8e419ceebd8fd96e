import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../model/source-file.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';

function parse(text: string) {
  const file = new SourceFile('a.json', text);
  const { documents, problems } = parseJson(file);
  return { root: documents[0], problems, at: (start: number) => file.positionAt(start) };
}

test('nodes know where they and their keys are written', () => {
  const text = '\ufeff{\r\n\t"a": [1, {"b": "\\u00e9\\n"}],\n "c":null }\n';
  const { root, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(root!.plain()).toEqual({ a: [1, { b: 'é\n' }], c: null });
  const written = (...path: (string | number)[]) => {
    const node = root!.peek(...path)!;
    return [text.slice(node.keyStart, node.start), text.slice(node.start, node.end)];
  };
  expect(written()).toEqual(['', text.trim()]);
  expect(written('a', 1)).toEqual(['', '{"b": "\\u00e9\\n"}']);
  expect(written('a', 1, 'b')).toEqual(['"b": ', '"\\u00e9\\n"']);
  expect(written('c')).toEqual(['"c":', 'null']);
});

describe('what is wrong has its place', () => {
  test.each([
    ['', 1, 1, 'value'],
    ['{"a": 1,}', 1, 9, 'comma'],
    ['[1 2]', 1, 4, 'comma'],
    ['{"a" 1}', 1, 6, 'colon'],
    ['{a: 1}', 1, 2, 'double quotes'],
    ["['a']", 1, 2, 'value'],
    ['["a\nb"]', 1, 2, 'closing quote'],
    ['["a', 1, 2, 'closing quote'],
    ['["\t"]', 1, 3, 'control'],
    ['["\\x"]', 1, 3, 'escape'],
    ['["\\u12g4"]', 1, 3, 'hexadecimal'],
    ['[01]', 1, 2, 'start with 0'],
    ['[1.]', 1, 4, 'digit'],
    ['[-]', 1, 3, 'digit'],
    ['[1e+]', 1, 5, 'digit'],
    ['[.5]', 1, 2, 'value'],
    ['[NaN]', 1, 2, 'value'],
    ['[1]\n[2]', 2, 1, 'ends before'],
    ['[1', 1, 3, 'comma'],
    ['// c\n1', 1, 1, 'value'],
  ])('%j', (text, line, column, words) => {
    const { root, problems, at } = parse(text);
    expect(root).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'unreadable', path: 'a.json' }]);
    expect(problems[0]!.message).toContain(words);
    expect(at(problems[0]!.start!)).toEqual({ line, column });
  });

  test('equal keys', () => {
    const { root, problems } = parse('{"a": 1, "a": 2}');
    expect(root!.plain()).toEqual({ a: 2 });
    expect(problems).toMatchObject([{ kind: 'invalid', start: 9 }]);
  });

  test('depth', () => {
    expect(parse('['.repeat(100_000)).problems).toMatchObject([{ kind: 'limit' }]);
  });
});

test('every JSON text reads as JSON.parse reads it, and as YAML', () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 5, stringUnit: 'binary' }),
      fc.integer({ min: 0, max: 3 }),
      (text, indent) => {
        const value = JSON.parse(text);
        const printed = JSON.stringify(value, null, indent);
        // a lone surrogate is no text of a file
        fc.pre(Buffer.from(printed).toString() === printed);
        const file = new SourceFile('a.json', printed);
        const json = parseJson(file);
        expect(json.problems).toEqual([]);
        expect(json.documents[0]!.plain()).toEqual(value);
        const yaml = parseYaml(file, 'core');
        fc.pre(!/[\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]/.test(printed));
        expect(yaml.documents.map((node) => node.plain())).toEqual([value]);
      },
    ),
    { numRuns: 500 },
  );
});

test('every text that JSON.parse refuses is a problem', () => {
  const tokens = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\u0041"',
    '1',
    '-0.5e3',
    'true',
    'null',
    ' ',
    '\n',
    '"',
    '01',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      let value: unknown;
      let valid = true;
      try {
        value = JSON.parse(text);
      } catch {
        valid = false;
      }
      const { documents, problems } = parseJson(new SourceFile('a.json', text));
      expect(documents.map((node) => node.plain())).toEqual(valid ? [value] : []);
      expect(problems.some(({ kind }) => kind !== 'invalid')).toBe(!valid);
    }),
    { numRuns: 3000 },
  );
});
