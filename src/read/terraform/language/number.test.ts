import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Num } from './big-float.ts';
import { Failure } from './failure.ts';
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  fromDouble,
  modulo,
  multiply,
  sameNumber,
  subtract,
  toDouble,
} from './number.ts';
import { generalText, parseNumber, plainText, scientificText } from './number-text.ts';

function read(text: string): Num {
  const number = parseNumber(text);
  if (number instanceof Failure) throw new Error(number.message);
  return number;
}

const integers = fc.bigInt({ min: -(2n ** 500n), max: 2n ** 500n });
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 30 }))
  .map(([digits, places]) => `${digits}e-${places}`);

describe('numbers', () => {
  it('calculates with whole numbers of any size that 512 bits hold', () => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        expect(plainText(add(read(`${a}`), read(`${b}`)))).toBe(`${a + b}`);
        expect(plainText(subtract(read(`${a}`), read(`${b}`)))).toBe(`${a - b}`);
        expect(Math.sign(compare(read(`${a}`), read(`${b}`)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('multiplies and divides whole numbers exactly where the result is whole', () => {
    const half = fc.bigInt({ min: 1n, max: 2n ** 250n });
    fc.assert(
      fc.property(half, half, (a, b) => {
        const product = multiply(read(`${a}`), read(`${b}`));
        expect(plainText(product)).toBe(`${a * b}`);
        expect(plainText(divide(product, read(`${b}`)))).toBe(`${a}`);
        expect(plainText(modulo(read(`${a}`), read(`${b}`)))).toBe(`${a % b}`);
      }),
    );
  });

  it('writes a decimal so that it is read back as the same number, as short as it was written', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const number = read(text);
        const written = plainText(number);
        expect(sameNumber(read(written), number)).toBe(true);
        expect(Number(written)).toBe(Number(text) === 0 ? (written === '-0' ? -0 : 0) : Number(text));
        expect(written).not.toMatch(/\.\d*0$/);
      }),
    );
  });

  it('keeps doubles through and through', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (double) => {
        expect(toDouble(fromDouble(double))).toBe(double);
      }),
    );
  });

  it('rounds a fraction down and up to the whole numbers around it', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const number = read(text);
        expect(compare(floor(number), number)).toBeLessThanOrEqual(0);
        expect(compare(ceil(number), number)).toBeGreaterThanOrEqual(0);
        expect(compare(subtract(ceil(number), floor(number)), 1)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('rounds in binary, so that a third three times is one', () => {
    expect(floor(multiply(divide(1, 3), 3))).toBe(1);
  });

  it('writes exponents as Go does', () => {
    expect(generalText(1_000_000)).toBe('1e+06');
    expect(generalText(123456)).toBe('123456');
    expect(generalText(read('0.00001'))).toBe('1e-05');
    expect(scientificText(read('1234.5678'), 2)).toBe('1.23e+03');
  });

  it.each(['', '.', '-', 'e5', '1e', '0x10', '1_000', ' 1', 'NaN', '--1'])(
    'takes %j for no number',
    (text) => {
      expect(parseNumber(text)).toBeInstanceOf(Failure);
    },
  );

  it('refuses numbers that would take long to write', () => {
    expect(parseNumber('1e99999')).toBeInstanceOf(Failure);
    expect(parseNumber('9'.repeat(20_000))).toBeInstanceOf(Failure);
  });
});
