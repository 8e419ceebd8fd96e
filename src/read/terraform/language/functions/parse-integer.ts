import { fullPrecision, type Num, settle } from '../big-float.ts';

/** An integer in a base from 2 to 62; above 36, small letters come before capitals. Source: Go, `big.Int.SetString`. */
export function parseInteger(text: string, base: number): Num | undefined {
  const negative = text.startsWith('-');
  const digits = negative || text.startsWith('+') ? text.slice(1) : text;
  if (digits === '' || digits.length > 10_000) return undefined;
  let value = 0n;
  const radix = BigInt(base);
  for (let at = 0; at < digits.length; at++) {
    const digit = digitValue(digits.charCodeAt(at), base);
    if (digit >= base) return undefined;
    value = value * radix + BigInt(digit);
  }
  return settle(negative ? -value : value, 0, Math.max(fullPrecision, digits.length * 6));
}

function digitValue(code: number, base: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 122) return code - 87;
  if (code >= 65 && code <= 90) return code - 65 + (base > 36 ? 36 : 10);
  return 62;
}
