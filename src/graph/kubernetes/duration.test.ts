import { expect, it } from 'vitest';
import { secondsOf } from './duration.ts';

it.each([
  ['0', 0],
  ['0s', 0],
  ['90s', 90],
  ['1h30m', 5400],
  ['720h0m0s', 2_592_000],
  ['7d', 604_800],
  ['1.5h', 5400],
  ['250ms', 0.25],
  ['Never', undefined],
  ['', undefined],
  ['1h later', undefined],
])('%s is %s seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});
