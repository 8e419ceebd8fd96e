/** An IP network: all addresses that share the first `prefix` bits. */
export interface Network {
  /** 32 or 128 */
  readonly bits: number;
  readonly prefix: number;
  /** the first address, with all bits behind the prefix zero */
  readonly base: bigint;
}

export interface Address {
  readonly bits: number;
  readonly value: bigint;
}

/** Reads `10.0.0.0/8` or `fd00::/8`; bits behind the prefix are cleared. Octets may have leading zeros. */
export function parseNetwork(text: string): Network | undefined {
  const slash = text.indexOf('/');
  const length = text.slice(slash + 1);
  const address = slash < 0 ? undefined : parseAddress(text.slice(0, slash));
  if (!address || !/^\d{1,7}$/.test(length) || Number(length) > address.bits) return undefined;
  const prefix = Number(length);
  return { bits: address.bits, prefix, base: masked(address.value, prefix, address.bits) };
}

export function parseAddress(text: string): Address | undefined {
  const short = parseV4(text);
  if (short !== undefined) return { bits: 32, value: short };
  const long = text.includes(':') ? parseV6(text) : undefined;
  return long === undefined ? undefined : { bits: 128, value: long };
}

function parseV4(text: string): bigint | undefined {
  if (!/^\d{1,8}(?:\.\d{1,8}){3}$/.test(text)) return undefined;
  let value = 0n;
  for (const octet of text.split('.')) {
    if (Number(octet) > 255) return undefined;
    value = (value << 8n) | BigInt(Number(octet));
  }
  return value;
}

function parseV6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || text.length > 64) return undefined;
  const [head, tail] = halves.map(groupsOf);
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...(tail ?? [])];
  return groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n);
}

/** The groups of 16 bits between colons; the last two may be written as an IPv4 address. */
function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    const embedded = at === parts.length - 1 ? parseV4(part) : undefined;
    if (embedded !== undefined) groups.push(Number(embedded >> 16n), Number(embedded & 0xffffn));
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** How many bits of an address an IPv4 address within IPv6 (`::ffff:a.b.c.d`) has in front. */
const mappedPrefix = 0xffffn;

export function isV4({ bits, value }: Address): boolean {
  return bits === 32 || value >> 32n === mappedPrefix;
}

/** The shortest form: zero groups left out once, IPv4 in dots also within IPv6. Source: Go, `net.IP.String`. */
export function formatAddress(address: Address): string {
  const { value } = address;
  if (isV4(address)) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');
  const groups = Array.from({ length: 8 }, (_, at) => Number((value >> BigInt(112 - at * 16)) & 0xffffn));
  const zeros = longestZeros(groups);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (zeros.length < 2) return hex(groups);
  return `${hex(groups.slice(0, zeros.start))}::${hex(groups.slice(zeros.start + zeros.length))}`;
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
    start += length;
  }
  return best;
}

export function formatNetwork({ bits, prefix, base }: Network): string {
  const short = bits === 128 && isV4({ bits, value: base });
  return `${formatAddress({ bits, value: base })}/${short ? prefix - 96 : prefix}`;
}

export function masked(value: bigint, prefix: number, bits: number): bigint {
  const rest = BigInt(bits - prefix);
  return (value >> rest) << rest;
}
