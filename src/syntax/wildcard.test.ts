import { expect, it } from 'vitest';
import { meetsPath, meetsWildcard } from './wildcard.ts';

it.each([
  ['*', '', true],
  ['*', 'shop', true],
  ['shop-*', 'shop-prod', true],
  ['shop-*', 'shop', false],
  ['*a*b', 'xaxbxb', true],
  ['*a*b', 'xaxbx', false],
  ['a.c', 'abc', false],
  ['', '', true],
  ['', 'a', false],
])('%j meets %j: %s', (pattern, text, expected) => {
  expect(meetsWildcard(pattern, text)).toBe(expected);
});

it.each([
  ['ci/*.yml', 'ci/test.yml', true],
  ['ci/*.yml', 'ci/deep/test.yml', false],
  ['ci/**/*.yml', 'ci/deep/er/test.yml', true],
  ['ci/**/*.yml', 'ci/test.yml', true],
  ['ci/**', 'ci/deep/test.yml', true],
  ['ci/**', 'ci', false],
  ['ci/**.yml', 'ci/test.yml', true],
])('the path %s meets %s: %s', (pattern, path, expected) => {
  expect(meetsPath(pattern, path)).toBe(expected);
});

it('takes no time for many wildcards', () => {
  expect(meetsWildcard('*a'.repeat(50), `${'a'.repeat(2000)}b`)).toBe(false);
});
