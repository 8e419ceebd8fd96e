import { fail } from './failure.ts';

/**
 * A binary floating point number of a chosen precision. Terraform calculates with Go's `math/big.Float`, mostly
 * at 512 bits; decimal arithmetic would round elsewhere (`floor(1 / 3 * 3)` is 1 there, and 0 in decimals).
 */
export class BigFloat {
  constructor(
    /** odd and never zero, so that equal numbers have equal parts */
    readonly mantissa: bigint,
    /** the number is mantissa × 2^exponent */
    readonly exponent: number,
    /** bits that a result calculated from it is rounded to */
    readonly precision: number,
  ) {}
}

/** A safe integer or an infinity as it is, anything else as {@link BigFloat}. */
export type Num = number | BigFloat;

/** Precision of numbers that are written down. Source: go-cty, `ParseNumberVal`. */
export const fullPrecision = 512;

/** Larger or smaller numbers are refused: writing one out would take very long. About 10^±30,000. */
const exponentLimit = 100_000;

/**
 * Rounds mantissa × 2^exponent to the precision, to nearest even.
 * @param inexact whether the true mantissa is slightly above the given one (in absolute terms)
 */
export function settle(mantissa: bigint, exponent: number, precision: number, inexact = false): Num {
  if (mantissa === 0n) return 0;
  const negative = mantissa < 0n;
  let size = negative ? -mantissa : mantissa;
  const excess = bitLength(size) - precision;
  let scale = exponent;
  if (excess > 0) {
    const shift = BigInt(excess);
    const rest = BigInt.asUintN(excess, size);
    const half = 1n << (shift - 1n);
    size >>= shift;
    if (rest > half || (rest === half && (inexact || (size & 1n) === 1n))) size += 1n;
    scale += excess;
  }
  const zeros = trailingZeros(size);
  size >>= BigInt(zeros);
  scale += zeros;
  const bits = bitLength(size) + scale;
  if (scale >= 0 && bits <= 53) return Number(negative ? -(size << BigInt(scale)) : size << BigInt(scale));
  if (Math.abs(bits) > exponentLimit) fail('the number is too large or too close to zero to calculate with');
  return new BigFloat(negative ? -size : size, scale, precision);
}

/** Any finite number as a {@link BigFloat}; zero has none and gives a zero mantissa. */
export function widen(number: Num): BigFloat {
  return typeof number === 'number' ? new BigFloat(BigInt(number), 0, fullPrecision) : number;
}

/** Number of bits of a positive integer. */
export function bitLength(positive: bigint): number {
  const hex = positive.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0]!, 16)) + 28;
}

function trailingZeros(positive: bigint): number {
  const hex = positive.toString(16);
  let at = hex.length;
  while (hex.charCodeAt(at - 1) === 48) at--;
  const digit = Number.parseInt(hex[at - 1]!, 16);
  return (hex.length - at) * 4 + (31 - Math.clz32(digit & -digit));
}
