import { expect, test } from 'vitest';
import { hostile } from '../../tests/report/hostile-sample.ts';
import { shop } from '../../tests/report/samples.ts';
import { renderJson } from './json.ts';

test('reads back as the report', () => {
  expect(JSON.parse(renderJson(shop))).toEqual(shop);
  expect(JSON.parse(renderJson(hostile))).toEqual(hostile);
});

test('holds no control character but line breaks', () => {
  expect(renderJson(hostile).replaceAll('\n', '')).not.toMatch(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u,
  );
});
