import { bitLength, fullPrecision, type Num, settle, widen } from './big-float.ts';
import { Failure } from './failure.ts';

/** Significant digits without leading and trailing zeros, and how many of them stand before the decimal point. */
export type Decimal = readonly [digits: string, point: number];

/** More digits than any number that a person writes; longer ones only cost time. */
const digitLimit = 10_000;

/**
 * Reads a number as `tonumber` does: decimal, with an optional exponent of ten (`e`) or of two (`p`), or infinity.
 * @returns the failure where it is none, or out of range
 * Source: Go, `big.Float.Parse` with base 10.
 */
export function parseNumber(text: string): Num | Failure {
  if (text.length <= 15 && /^\d+$/.test(text)) return Number(text);
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:([eEpP])([+-]?\d{1,7}))?$/.exec(text);
  if (!parts) return infinities[text] ?? new Failure('a number is required');
  const [, sign, whole = '', fraction = '', base = '', power = '0'] = parts;
  const digits = whole + fraction;
  if (digits === '') return new Failure('a number is required');
  if (digits.length > digitLimit) return new Failure(`a number has at most ${digitLimit} digits`);
  const integer = BigInt(digits);
  if (integer === 0n) return sign === '-' ? -0 : 0;
  const exponent = Number(power);
  const tens = (base === 'e' || base === 'E' ? exponent : 0) - fraction.length;
  if (Math.abs(tens) > digitLimit * 3)
    return new Failure('the number is too large or too close to zero to calculate with');
  const twos = (base === 'p' || base === 'P' ? exponent : 0) + tens;
  const signed = sign === '-' ? -integer : integer;
  if (tens >= 0) return settle(signed * 5n ** BigInt(tens), twos, fullPrecision);
  const divisor = 5n ** BigInt(-tens);
  const shift = Math.max(0, fullPrecision + 2 + bitLength(divisor) - bitLength(integer));
  const shifted = integer << BigInt(shift);
  const quotient = shifted / divisor;
  const exact = quotient * divisor === shifted;
  return settle(sign === '-' ? -quotient : quotient, twos - shift, fullPrecision, !exact);
}

const infinities: Readonly<Record<string, number>> = {
  inf: Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  '+inf': Number.POSITIVE_INFINITY,
  '+Inf': Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
};

/** Written out without an exponent and as short as it can be read back: `0.1`, `12`, `-0`. */
export function plainText(number: Num): string {
  if (typeof number === 'number') return Object.is(number, -0) ? '-0' : integerText(number);
  return signOf(number) + fixed(shortestDecimal(number));
}

/** With a fixed number of decimals, rounded to nearest even (`%.2f`). */
export function fixedText(number: Num, decimals: number): string {
  if (!isFiniteNum(number)) return integerText(number as number);
  const decimal = exactDecimal(number);
  return signOf(number) + fixed(rounded(decimal, decimal[1] + decimals), decimals);
}

/** With one digit before the point and an exponent (`%e`); without `decimals` as short as possible. */
export function scientificText(number: Num, decimals?: number): string {
  if (!isFiniteNum(number)) return integerText(number as number);
  const decimal =
    decimals === undefined ? shortestDecimal(number) : rounded(exactDecimal(number), decimals + 1);
  return signOf(number) + scientific(decimal, decimals);
}

/**
 * Whichever is shorter (`%g`): scientific where the exponent is below -4 or reaches the number of digits, which
 * counts as 6 where no number of digits is given. Source: Go, `big.Float.Append`.
 */
export function generalText(number: Num, digits?: number): string {
  if (!isFiniteNum(number)) return integerText(number as number);
  const wanted = digits === undefined ? undefined : Math.max(digits, 1);
  const decimal = wanted === undefined ? shortestDecimal(number) : rounded(exactDecimal(number), wanted);
  const [text, point] = decimal;
  const length = text === '' ? 1 : text.length;
  let limit = wanted ?? 6;
  if (wanted !== undefined && limit > length && length >= point) limit = length;
  const exponent = text === '' ? 0 : point - 1;
  const scientificForm = exponent < -4 || exponent >= limit;
  return signOf(number) + (scientificForm ? scientific(decimal) : fixed(decimal));
}

function integerText(number: number): string {
  if (number === Number.POSITIVE_INFINITY) return '+Inf';
  return number === Number.NEGATIVE_INFINITY ? '-Inf' : String(number);
}

function isFiniteNum(number: Num): boolean {
  return typeof number !== 'number' || Number.isFinite(number);
}

function signOf(number: Num): string {
  const negative = typeof number === 'number' ? number < 0 || Object.is(number, -0) : number.mantissa < 0n;
  return negative ? '-' : '';
}

function fixed([digits, point]: Decimal, decimals = Math.max(digits.length - point, 0)): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  if (decimals === 0) return whole;
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return `${whole}.${fraction.slice(0, decimals).padEnd(decimals, '0')}`;
}

function scientific([digits, point]: Decimal, decimals = Math.max(digits.length - 1, 0)): string {
  const exponent = digits === '' ? 0 : point - 1;
  const first = digits[0] ?? '0';
  const rest = decimals > 0 ? `.${digits.slice(1).padEnd(decimals, '0')}` : '';
  return `${first}${rest}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** All digits of a finite number. */
export function exactDecimal(number: Num): Decimal {
  const { mantissa, exponent } = widen(number);
  return decimalOf(mantissa < 0n ? -mantissa : mantissa, exponent);
}

/**
 * The fewest digits that, read back at the number's own precision, give the same number.
 * Source: Go, `math/big` (`roundShortest`), whose results this follows digit by digit.
 */
export function shortestDecimal(number: Num): Decimal {
  const { mantissa, exponent, precision } = widen(number);
  if (mantissa === 0n) return ['', 0];
  const size = mantissa < 0n ? -mantissa : mantissa;
  const exact = decimalOf(size, exponent);
  if (exact[0].length < 2) return exact;
  const shift = precision + 1 - bitLength(size);
  const widened = size << BigInt(Math.max(shift, 0));
  const scale = exponent - Math.max(shift, 0);
  const lower = decimalOf(widened - 1n, scale);
  const upper = decimalOf(widened + 1n, scale);
  const inclusive = (widened & 2n) === 0n;
  const [digits] = exact;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(at);
    const low = digitAt(lower, at);
    const high = digitAt(upper, at);
    const canCut = low !== digit || (inclusive && at + 1 === lower[0].length);
    const canRaise = digit !== high && (inclusive || digit + 1 < high || at + 1 < upper[0].length);
    if (canCut && canRaise) return rounded(exact, at + 1);
    if (canCut) return trimmed(digits.slice(0, at + 1), exact[1]);
    if (canRaise) return raised(exact, at + 1);
  }
  return exact;
}

function digitAt(decimal: Decimal, at: number): number {
  return at < decimal[0].length ? decimal[0].charCodeAt(at) : 48;
}

function decimalOf(positive: bigint, exponent: number): Decimal {
  if (positive === 0n) return ['', 0];
  const digits = (
    exponent >= 0 ? positive << BigInt(exponent) : positive * 5n ** BigInt(-exponent)
  ).toString();
  return trimmed(digits, digits.length + Math.min(exponent, 0));
}

/** Keeps the first `count` digits, rounding to nearest even. */
function rounded(decimal: Decimal, count: number): Decimal {
  const [digits, point] = decimal;
  if (count < 0) return ['', 0];
  if (count >= digits.length) return decimal;
  const next = digits.charCodeAt(count);
  const half = next === 53 && count + 1 === digits.length;
  const up = half ? count > 0 && digits.charCodeAt(count - 1) % 2 === 1 : next >= 53;
  return up ? raised(decimal, count) : trimmed(digits.slice(0, count), point);
}

/** Keeps the first `count` digits and adds one to the last. */
function raised([digits, point]: Decimal, count: number): Decimal {
  let at = count - 1;
  while (at >= 0 && digits.charCodeAt(at) === 57) at--;
  if (at < 0) return ['1', point + 1];
  return [digits.slice(0, at) + String.fromCharCode(digits.charCodeAt(at) + 1), point];
}

function trimmed(digits: string, point: number): Decimal {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return end === 0 ? ['', 0] : [digits.slice(0, end), point];
}
