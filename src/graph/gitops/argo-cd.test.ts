import { expect, it } from 'vitest';
import { isAllowed } from './argo-cd.ts';

it.each([
  [['*'], 'https://github.com/example/shop', true],
  [['https://github.com/example/*'], 'https://github.com/example/shop', true],
  [['https://github.com/example/*'], 'https://github.com/other/shop', false],
  [['shop-*', '!shop-prod'], 'shop-prod', false],
  [['shop-*', '!shop-prod'], 'shop-test', true],
  [['a.c'], 'abc', false],
  [[], 'shop', false],
])('%j allows %s: %s', (patterns, text, expected) => {
  expect(isAllowed(patterns, text)).toBe(expected);
});
