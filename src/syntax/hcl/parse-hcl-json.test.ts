import { describe, expect, it } from 'vitest';
import type { JsonValue } from './json-tree.ts';
import { parseHclJson } from './parse-hcl-json.ts';

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

describe('parseHclJson', () => {
  it.each([
    '{}',
    ' [1, -0.5e+3, true, null, "x", {"a": {"b": []}}] ',
    '{"a": "\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"}',
    '"\u{1f600} \u00e9"',
    '\t{\r\n "a" : 1 , "b" : false }\n',
  ])('agrees with JSON.parse on %s', (text) => {
    const { value, errors } = parseHclJson(text);
    expect(errors).toEqual([]);
    expect(plain(value!)).toEqual(JSON.parse(text));
  });

  it('keeps places, digits, and properties that are given twice', () => {
    const text = '{"a": 1.000000000000000000001, "a": [2]}';
    const { value } = parseHclJson(text);
    if (value?.kind !== 'object') throw new Error('no object');
    expect(
      value.properties.map(({ name, value: held }) => [name.text, text.slice(held.start, held.end)]),
    ).toEqual([
      ['a', '1.000000000000000000001'],
      ['a', '[2]'],
    ]);
  });

  it('skips a byte order mark and repairs lone surrogates', () => {
    expect(plain(parseHclJson('\ufeff"\\ud800"').value!)).toBe('\ufffd');
  });

  it.each([
    ['', '0-0 Expected a JSON value, but found the end of the file.'],
    ['{"a": 1,}', '7-8 JSON allows no comma behind the last item.'],
    ['[1,]', '2-3 JSON allows no comma behind the last item.'],
    ['{a: 1}', '1-2 Expected the name of a property in double quotes, but found "a".'],
    ['{"a" = 1}', '5-6 Expected ":" and a value behind the name of the property, but found "=".'],
    ['[1 2]', '3-4 Expected "," or "]", but found "2".'],
    ['[1', '2-2 Expected "," or "]", but found the end of the file.'],
    ['[01]', '1-3 Expected a JSON value, but found "01".'],
    ['[True]', '1-5 Expected a JSON value, but found "True".'],
    ['{} x', '3-4 Expected nothing behind the JSON value, but found "x".'],
    ['{} // x', '3-4 Expected nothing behind the JSON value, but found "/".'],
    ['"a', '0-2 This string is never closed: end it with a quote on its line.'],
    ['"a\nb"', '0-2 This string is never closed: end it with a quote on its line.'],
    ['"\u0001"', '0-1 A control character must be escaped in a JSON string.'],
    ['"\\x"', '1-3 "\\x" is not an escape sequence of JSON: to write a backslash, double it ("\\\\").'],
    ['['.repeat(100_000), '250-251 This is nested more than 250 levels deep.'],
  ])('refuses %j with a place', (text, expected) => {
    const { value, errors } = parseHclJson(text);
    expect(value).toBeUndefined();
    expect(errors.map(({ start, end, message }) => `${start}-${end} ${message}`)).toEqual([expected]);
  });
});
