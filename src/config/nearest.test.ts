import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it('finds a slip, also where neighbours are swapped', () => {
    expect(nearest('aws_s3_buket', ['aws_s3_bucket', 'aws_s3_object'])).toBe('aws_s3_bucket');
    expect(nearest('regoin', ['reason', 'region'])).toBe('region');
    expect(nearest('region', ['subnet', 'vpc'])).toBeUndefined();
  });

  it('gives up on no word that is close enough', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const isClose = distance(a, b, a.length, b.length) <= Math.max(1, Math.floor(a.length / 3));
        expect(nearest(a, [b])).toBe(isClose ? b : undefined);
      }),
    );
  });
});

/** By its definition: slow, and right to look at. */
function distance(a: string, b: string, i: number, j: number): number {
  if (i === 0 || j === 0) return i + j;
  const costs = [
    distance(a, b, i - 1, j) + 1,
    distance(a, b, i, j - 1) + 1,
    distance(a, b, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
  ];
  if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
    costs.push(distance(a, b, i - 2, j - 2) + 1);
  return Math.min(...costs);
}
