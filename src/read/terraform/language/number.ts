import { BigFloat, bitLength, fullPrecision, type Num, settle, widen } from './big-float.ts';
import { fail } from './failure.ts';
import { shortestDecimal } from './number-text.ts';

/**
 * Arithmetic of Terraform numbers. Whole numbers that JavaScript holds exactly take the short way; the rest goes
 * through {@link BigFloat}. Source of the rules: go-cty, `value_ops.go`, and Go's `math/big`.
 */
export function add(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const infinite = infiniteResult(a, b, (x, y) => x + y, 'infinities of opposite signs cannot be added');
  if (infinite !== undefined) return infinite;
  const x = widen(a);
  const y = widen(b);
  const scale = Math.min(x.exponent, y.exponent);
  const sum = aligned(x, scale) + aligned(y, scale);
  return settle(sum, scale, Math.max(x.precision, y.precision));
}

export function negate(a: Num): Num {
  return typeof a === 'number' ? -a : new BigFloat(-a.mantissa, a.exponent, a.precision);
}

export function subtract(a: Num, b: Num): Num {
  return add(a, negate(b));
}

export function multiply(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  const infinite = infiniteResult(a, b, (x, y) => x * y, 'zero and infinity cannot be multiplied');
  if (infinite !== undefined) return infinite;
  const x = widen(a);
  const y = widen(b);
  const product = settle(x.mantissa * y.mantissa, x.exponent + y.exponent, fullPrecision);
  if (typeof product === 'number') return product;
  const needed = Math.max(x.precision, y.precision, bitLength(magnitude(product.mantissa)));
  return new BigFloat(product.mantissa, product.exponent, needed);
}

export function divide(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const quotient = a / b;
    if (Number.isSafeInteger(quotient) && quotient * b === a) return quotient;
  }
  const infinite = infiniteResult(
    a,
    b,
    (x, y) => x / y,
    'zero cannot be divided by zero, nor infinity by infinity',
  );
  if (infinite !== undefined) return infinite;
  if (b === 0) return sign(a) * (Object.is(b, -0) ? -1 : 1) * Number.POSITIVE_INFINITY;
  const x = widen(a);
  const y = widen(b);
  const precision = Math.max(x.precision, y.precision);
  const dividend = magnitude(x.mantissa);
  const divisor = magnitude(y.mantissa);
  const shift = Math.max(0, precision + 2 + bitLength(divisor) - bitLength(dividend));
  const shifted = dividend << BigInt(shift);
  const quotient = shifted / divisor;
  const negative = x.mantissa < 0n !== y.mantissa < 0n;
  const exact = quotient * divisor === shifted;
  return settle(negative ? -quotient : quotient, x.exponent - y.exponent - shift, precision, !exact);
}

/** Remainder with the sign of the dividend; the dividend itself where the divisor is zero. */
export function modulo(a: Num, b: Num): Num {
  if (b === 0) return a;
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    if (Number.isSafeInteger(rest)) return rest + 0;
  }
  if (!isFiniteNumber(a) || !isFiniteNumber(b)) return multiply(a, b);
  return subtract(a, multiply(b, truncate(divide(a, b))));
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Num, b: Num): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (!isFiniteNumber(a) || !isFiniteNumber(b)) return toDouble(a) < toDouble(b) ? -1 : 1;
  const x = widen(a);
  const y = widen(b);
  const scale = Math.min(x.exponent, y.exponent);
  const left = aligned(x, scale);
  const right = aligned(y, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether two numbers count as the same: fractions do where they are written alike. Source: go-cty, `rawNumberEqual`. */
export function sameNumber(a: Num, b: Num): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  if (a.exponent === b.exponent && a.mantissa === b.mantissa) return true;
  if (a.precision === b.precision || isWhole(a) || isWhole(b)) return false;
  return a.mantissa < 0n === b.mantissa < 0n && shortestDecimal(a).join() === shortestDecimal(b).join();
}

export function sign(a: Num): -1 | 0 | 1 {
  if (typeof a === 'number') return a > 0 ? 1 : a < 0 ? -1 : 0;
  return a.mantissa > 0n ? 1 : -1;
}

export function absolute(a: Num): Num {
  return sign(a) < 0 ? negate(a) : a;
}

/** Whether it has no fractional part. An infinity is no whole number. */
export function isWhole(a: Num): boolean {
  return typeof a === 'number' ? Number.isFinite(a) : a.exponent >= 0;
}

export function isFiniteNumber(a: Num): boolean {
  return typeof a !== 'number' || Number.isFinite(a);
}

/** Without the fractional part. */
export function truncate(a: Num): Num {
  if (typeof a === 'number' || a.exponent >= 0) return a;
  return settle(toInteger(a), 0, fullPrecision);
}

export function floor(a: Num): Num {
  const whole = truncate(a);
  return isWhole(a) || !isFiniteNumber(a) || sign(a) > 0 ? whole : subtract(whole, 1);
}

export function ceil(a: Num): Num {
  return negate(floor(negate(a)));
}

/** The whole part. @throws Failure where it is infinite */
export function toInteger(a: Num): bigint {
  if (typeof a === 'number') return Number.isFinite(a) ? BigInt(a) : fail('a whole number is required');
  if (a.exponent >= 0) return a.mantissa << BigInt(a.exponent);
  return a.mantissa / (1n << BigInt(-a.exponent));
}

/** The nearest double: what the model and everything outside of the language see. */
export function toDouble(a: Num): number {
  if (typeof a === 'number') return a;
  const rounded = settle(a.mantissa, a.exponent, 53);
  if (typeof rounded === 'number') return rounded;
  const half = Math.trunc(rounded.exponent / 2);
  return Number(rounded.mantissa) * 2 ** half * 2 ** (rounded.exponent - half);
}

/** A double with its own precision, as the results of `log` and `pow` have it. @throws Failure for what is not a number */
export function fromDouble(double: number): Num {
  if (
    Number.isSafeInteger(double) ||
    double === Number.POSITIVE_INFINITY ||
    double === Number.NEGATIVE_INFINITY
  )
    return double;
  if (Number.isNaN(double)) fail('the result is not a number');
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, double);
  const high = bits.getUint32(0);
  const exponent = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n);
  return settle(double < 0 ? -mantissa : mantissa, Math.max(exponent, 1) - 1075, 53);
}

function aligned(number: BigFloat, scale: number): bigint {
  return number.mantissa << BigInt(number.exponent - scale);
}

function magnitude(integer: bigint): bigint {
  return integer < 0n ? -integer : integer;
}

/** Where one side is infinite, doubles answer alike. */
function infiniteResult(
  a: Num,
  b: Num,
  operation: (a: number, b: number) => number,
  undefinedResult: string,
): number | undefined {
  if (isFiniteNumber(a) && isFiniteNumber(b) && !(a === 0 && b === 0 && Number.isNaN(operation(0, 0))))
    return undefined;
  const result = operation(
    isFiniteNumber(a) ? sign(a) : toDouble(a),
    isFiniteNumber(b) ? sign(b) : toDouble(b),
  );
  return Number.isNaN(result) ? fail(undefinedResult) : result;
}
