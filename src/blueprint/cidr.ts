/** A range of IPv4 addresses: the first, as a number, and how many bits all have in common. */
export interface Cidr {
  readonly base: number;
  readonly bits: number;
}

/** `undefined` where it is no range, or its address has bits beyond the prefix. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [a, b, c, d, bits] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (Math.max(a, b, c, d) > 255 || bits > 32) return undefined;
  const base = ((a * 256 + b) * 256 + c) * 256 + d;
  return base % sizeOf(bits) === 0 ? { base, bits } : undefined;
}

/** As it is written: `10.0.0.0/16`. */
export function cidrText({ base, bits }: Cidr): string {
  return `${addressText(base)}/${bits}`;
}

/** An address as it is written: `10.0.0.1`. */
export function addressText(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Whether two ranges share an address. */
export function overlap(a: Cidr, b: Cidr): boolean {
  return a.base < b.base + sizeOf(b.bits) && b.base < a.base + sizeOf(a.bits);
}

/** Whether the first range holds the second. */
export function holds(outer: Cidr, inner: Cidr): boolean {
  return inner.bits >= outer.bits && overlap(outer, inner);
}

/** A part of a range, as Terraform's `cidrsubnet`. */
export function subnet({ base, bits }: Cidr, newBits: number, index: number): Cidr {
  return { base: base + index * sizeOf(bits + newBits), bits: bits + newBits };
}

/** The first part of this size that overlaps none of those taken; `undefined` where there is no room. */
export function firstFree(within: Cidr, bits: number, taken: readonly Cidr[]): Cidr | undefined {
  for (let index = 0; index < 2 ** Math.max(0, bits - within.bits); index++) {
    const candidate = subnet(within, bits - within.bits, index);
    if (!taken.some((one) => overlap(one, candidate))) return candidate;
  }
  return undefined;
}

function sizeOf(bits: number): number {
  return 2 ** (32 - bits);
}
