import { describe, expect, it } from 'vitest';
import { parseQuantity } from './quantity.ts';

describe('parseQuantity', () => {
  it.each([
    ['500m', 0.5],
    ['2', 2],
    ['.5', 0.5],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['128Mi', 128 * 2 ** 20],
    ['1e3', 1000],
    ['1E', 1e18],
    ['12E2', 1200],
    ['100k', 100_000],
    [' 1Ki ', 1024],
  ])('reads %s', (text, amount) => {
    expect(parseQuantity(text)).toBeCloseTo(amount, 6);
  });

  it.each(['', 'lots', '128MB', '1.2.3', 'Mi', '1 Gi'])('takes %j for none', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});
