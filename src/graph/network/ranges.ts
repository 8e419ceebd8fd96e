/** An IPv4 range: first and last address as numbers. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** A CIDR block such as `10.0.0.0/16`; `undefined` for what is none (IPv6 included). Source: RFC 4632. */
export function parseRange(text: string): AddressRange | undefined {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text.trim());
  if (!found) return undefined;
  const [a, b, c, d, bits] = found.slice(1).map(Number) as [number, number, number, number, number];
  if ([a, b, c, d].some((part) => part > 255) || bits > 32) return undefined;
  const size = 2 ** (32 - bits);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % size);
  return { first, last: first + size - 1 };
}

export function overlaps(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Whether a range takes in the whole internet, or so much of it that no network of one's own could be meant (a /4 and larger). */
export function isInternet(cidr: string): boolean {
  if (/^::\/0$/.test(cidr.trim())) return true;
  const range = parseRange(cidr);
  return range !== undefined && range.last - range.first + 1 >= 2 ** 28;
}
