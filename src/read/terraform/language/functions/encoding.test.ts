import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateText, objectOfTexts } from '../../../../../tests/support/evaluate-text.ts';
import type { Num } from '../big-float.ts';
import { equals } from '../equality.ts';
import { parseNumber } from '../number-text.ts';
import { normalise } from '../text-order.ts';
import {
  boolValue,
  numberValue,
  objectValue,
  textValue,
  tupleValue,
  untypedNull,
  type Value,
} from '../value.ts';
import { readCsv } from './csv-reader.ts';
import { readJson } from './json-reader.ts';
import { jsonText } from './json-text.ts';
import { readYaml } from './yaml-reader.ts';
import { yamlText } from './yaml-text.ts';

const texts = fc.string({ unit: 'grapheme' }).map(normalise);
const { tree: values } = fc.letrec<{ tree: Value; leaf: Value }>((tie) => ({
  leaf: fc.oneof(
    texts.map(textValue),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((double) => numberValue(parseNumber(String(double)) as Num)),
    fc.boolean().map(boolValue),
    fc.constant(untypedNull),
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 5 }).map((items) => tupleValue(items)),
    fc
      .dictionary(texts, tie('tree'), { maxKeys: 5 })
      .map((entries) => objectValue(new Map(Object.entries(entries)))),
  ),
}));

describe('JSON', () => {
  it('is read back as the value it was written from', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(equals(readJson(jsonText(value)), value)).toBe(true);
      }),
    );
  });

  it('is what every other reader reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const text = JSON.stringify(json);
        expect(JSON.parse(jsonText(readJson(text)))).toEqual(normalised(JSON.parse(text)));
      }),
    );
  });

  it('keeps every digit', () => {
    expect(jsonText(readJson('12345678901234567890.123456789'))).toBe('12345678901234567890.123456789');
  });

  it.each(['', '{', '[1,]', '{"a"}', '01', '1.', '"\\x"', 'tru', '[1] 2', '"a\nb"'])('is not %j', (text) => {
    expect(evaluateText('jsondecode(s)', { s: textValue(text) }).problems).toHaveLength(1);
  });
});

/** Terraform composes accents, JavaScript does not. */
function normalised(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json), (_, value: unknown) => {
    if (typeof value === 'string') return normalise(value);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [normalise(key), part]));
  });
}

describe('YAML', () => {
  it('is read back as the value it was written from', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(equals(readYaml(yamlText(value)), value)).toBe(true);
      }),
    );
  });

  it('folds long lines and keeps what they say', () => {
    const long = textValue('a word and  another '.repeat(20));
    const text = yamlText(objectValue(new Map([['k', long]])));
    expect(text.split('\n').length).toBeGreaterThan(4);
    expect(readYaml(text).entries.get('k')?.data).toBe(long.data);
  });

  it.each(['', 'a: [', '*x', 'a\n---\nb', '&x [*x]', '!tag x', '? {a: b}\n: c'])('is not %j', (text) => {
    expect(evaluateText('yamldecode(s)', { s: textValue(text) }).problems).toHaveLength(1);
  });
});

describe('CSV', () => {
  it('gives back the fields it was written from', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(readCsv(text)).toEqual(rows);
      }),
    );
  });

  it.each(['', 'a,a\n1,2', 'a\nx"y', 'a\n"x', 'a,b\n1', 'a\n"x"y'])('is not %j', (text) => {
    expect(evaluateText('csvdecode(s)', { s: textValue(text) }).problems).toHaveLength(1);
  });
});

describe('other encodings', () => {
  const backAndForth = (there: string, back: string) =>
    fc.assert(
      fc.property(texts, (text) => {
        expect(evaluateText(`${back}(${there}(v.text))`, { v: objectOfTexts({ text }) }).value.data).toBe(
          text,
        );
      }),
    );

  it('of texts are undone by their opposites', () => {
    backAndForth('base64encode', 'base64decode');
    backAndForth('urlencode', 'urldecode');
  });

  it.each(['UTF-16LE', 'UTF-16BE', 'UTF-8', 'windows-1250', 'ISO-8859-1', 'IBM437', 'GBK', 'Shift_JIS'])(
    'know the character set %s',
    (set) => {
      const text = set === 'GBK' ? '中文 a' : set === 'Shift_JIS' ? 'かな a' : 'é a';
      const { value } = evaluateText(`textdecodebase64(textencodebase64(s, "${set}"), "${set}")`, {
        s: textValue(text),
      });
      expect(value.data).toBe(text);
    },
  );

  it('do not guess what is compressed', () => {
    const { value } = evaluateText('base64gzip("test")');
    expect(value.isUnknown).toBe(true);
    expect(evaluateText('base64gunzip("H4sIAAAAAAAA/ypJLS4BAAAA//8BAAD//wx+f9gEAAAA")').value.data).toBe(
      'test',
    );
  });
});
