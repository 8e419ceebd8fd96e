import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonToBody } from '../../src/syntax/hcl/json-body.ts';
import type { JsonValue } from '../../src/syntax/hcl/json-tree.ts';
import { parseHclJson } from '../../src/syntax/hcl/parse-hcl-json.ts';

function plain(value: JsonValue): unknown {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries(value.properties.map(({ name, value: held }) => [name.text, plain(held)]));
    case 'array':
      return value.items.map(plain);
    case 'string':
      return value.text;
    case 'number':
      return Number(value.number);
    case 'constant':
      return value.value;
  }
}

function readByPlatform(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const wedge = fc.constantFrom(
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '-',
  '.',
  'e',
  'true',
  'nul',
  ' ',
  '\n',
  '\t',
  '/',
  '\\u00e9',
  '\\u12',
  '\u0001',
  '',
);

describe('parseHclJson', () => {
  it('accepts what JSON.parse accepts, gives the same, and refuses the rest with a place', () => {
    const damaged = fc.tuple(
      fc.json({ maxDepth: 4 }),
      fc.array(fc.tuple(fc.nat(200), fc.nat(2), wedge), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(damaged, ([json, changes]) => {
        let text = json;
        for (const [at, cut, put] of changes) text = text.slice(0, at) + put + text.slice(at + cut);
        const expected = readByPlatform(text);
        const { value, errors } = parseHclJson(text);
        if (expected) {
          expect(errors).toEqual([]);
          expect(plain(value!)).toEqual(expected.value);
        } else {
          expect(value).toBeUndefined();
          const { start, end } = errors[0]!;
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
        if (value) jsonToBody(text, value, { a: { labels: 2 }, b: { labels: 0 } });
      }),
      { numRuns: 3000 },
    );
  });

  it('reads the same template from a string however its characters are escaped', () => {
    const template = fc
      .array(
        fc.constantFrom('${', '}', '"', '\\', 'a.b', ' ', '%{ if x }', '%{ endif }', 'é', '\n', '$${', '~'),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    const escapeAll = (text: string): string =>
      text.replace(/[\s\S]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    fc.assert(
      fc.property(template, (text) => {
        const read = (json: string): unknown => {
          const made = jsonToBody(json, parseHclJson(json).value!, {});
          return JSON.parse(
            JSON.stringify(
              [made.body.items, made.errors.map(({ message }) => message)],
              (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value),
            ),
          );
        };
        expect(read(`{"a":"${escapeAll(text)}"}`)).toEqual(read(`{"a":${JSON.stringify(text)}}`));
      }),
      { numRuns: 2000 },
    );
  });
});
