import { expect, test } from 'vitest';
import { hostile } from '../../tests/report/hostile-sample.ts';
import { nothingRead, shop, sound } from '../../tests/report/samples.ts';
import { type Format, formats, isFormat } from './formats.ts';

const options = { colour: false, width: 80, quiet: false, verbose: false };

test.each(Object.keys(formats) as Format[])(
  '%s renders every report, ends it with one line break, and is the same each time',
  async (format) => {
    const render = await formats[format]();
    for (const report of [shop, sound, nothingRead, hostile]) {
      const text = render(report, options);
      expect(text).toMatch(/[^\n]\n$/);
      expect(render(report, options)).toBe(text);
    }
  },
);

test.each(Object.keys(formats) as Format[])(
  '%s lets no control character of a repository through',
  async (format) => {
    const render = await formats[format]();
    expect(render(hostile, options).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  },
);

test('knows its own names only', () => {
  expect(isFormat('sarif')).toBe(true);
  expect(isFormat('toString')).toBe(false);
});
