/**
 * The network that a CIDR block stands for, with every bit after its prefix off: `10.0.0.0/8` for `10.1.2.3/8`.
 * An IPv6 address that ends as one of IPv4 is taken as it is.
 * @returns `undefined` for what is no CIDR block. Source: RFC 4632, RFC 4291.
 */
export function networkForm(cidr: string): string | undefined {
  const slash = cidr.indexOf('/');
  const bits = cidr.slice(slash + 1);
  if (slash < 0 || !/^(0|[1-9]\d{0,2})$/.test(bits)) return undefined;
  const address = cidr.slice(0, slash);
  if (/:.*\./.test(address)) return cidr;
  const isV6 = address.includes(':');
  const value = isV6 ? valueOfV6(address) : valueOfV4(address);
  const width = isV6 ? 128 : 32;
  if (value === undefined || Number(bits) > width) return undefined;
  const rest = BigInt(width - Number(bits));
  const first = (value >> rest) << rest;
  if (first === value) return cidr;
  return `${isV6 ? textOfV6(first) : textOfV4(first)}/${bits}`;
}

function valueOfV4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function valueOfV6(address: string): bigint | undefined {
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = [...head!, ...(tail ?? [])];
  const missing = 8 - given.length;
  if (!given.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) || (tail ? missing < 1 : missing !== 0))
    return undefined;
  const groups = [...head!, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  return groups.reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n);
}

function textOfV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}

function textOfV6(value: bigint): string {
  const groups = [7n, 6n, 5n, 4n, 3n, 2n, 1n, 0n].map((at) => ((value >> (at * 16n)) & 0xffffn).toString(16));
  const long = groups.join(':');
  return long.replace(/(^|:)0(:0)+(:|$)/, '::');
}
