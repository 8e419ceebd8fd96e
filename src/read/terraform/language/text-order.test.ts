import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareText, normalise } from './text-order.ts';

it('orders texts as their UTF-8 bytes', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

it('orders characters beyond the basic plane after all of it', () => {
  expect(compareText('\uffee', '\u{1f600}')).toBeLessThan(0);
});

it('composes accents', () => {
  expect(normalise('e\u0301')).toBe('\u00e9');
});
