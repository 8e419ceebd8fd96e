import { fail } from '../failure.ts';
import { isWhole, toInteger } from '../number.ts';
import { boolType, listOf, stringType } from '../type.ts';
import { boolValue, type Items, listValue, textValue, type Value } from '../value.ts';
import { type Definitions, number, text, textFunction } from './function.ts';
import {
  formatAddress,
  formatNetwork,
  isV4,
  masked,
  type Network,
  parseAddress,
  parseNetwork,
} from './ip-address.ts';
import { wholeNumber } from './strings.ts';

/** Functions of IP networks. Source: OpenTofu, lang/funcs/cidr.go; apparentlymart/go-cidr. */
export const networkFunctions: Definitions = {
  cidrhost: {
    parameters: [text('prefix'), number('hostnum')],
    result: stringType,
    call: ([prefix, host]) => textValue(hostAddress(network(prefix!.text), integer(host!, 1))),
  },
  cidrnetmask: textFunction(['prefix'], (prefix) => textValue(netmask(network(prefix!)))),
  cidrsubnet: {
    parameters: [text('prefix'), number('newbits'), number('netnum')],
    result: stringType,
    call: ([prefix, bits, at]) =>
      textValue(subnet(network(prefix!.text), wholeNumber(bits!, 1), integer(at!, 2))),
  },
  cidrsubnets: {
    parameters: [text('prefix')],
    rest: number('newbits'),
    result: listOf(stringType),
    call: ([prefix, ...bits]) => listValue(subnets(network(prefix!.text), bits), stringType),
  },
  cidrcontains: {
    parameters: [text('containing_prefix'), text('contained_ip_or_prefix')],
    result: boolType,
    call: ([outer, inner]) => boolValue(contains(network(outer!.text), inner!.text)),
  },
};

function network(text: string): Network {
  return parseNetwork(text) ?? fail('it must be a network such as 10.0.0.0/16', 0);
}

function integer(value: Value, argument: number): bigint {
  if (!isWhole(value.number)) fail('a whole number is required', argument);
  return toInteger(value.number);
}

/** A negative number counts from the end of the network. */
function hostAddress({ bits, prefix, base }: Network, host: bigint): string {
  const size = 1n << BigInt(bits - prefix);
  const offset = host < 0n ? size + host : host;
  if (offset < 0n || offset >= size) fail(`a network of ${bits - prefix} host bits has no such host`, 1);
  return formatAddress({ bits, value: base | offset });
}

function netmask({ bits, prefix, base }: Network): string {
  if (!isV4({ bits, value: base })) fail('networks of IPv6 have no netmask', 0);
  return formatAddress({ bits, value: masked((1n << BigInt(bits)) - 1n, prefix, bits) });
}

function subnet({ bits, prefix, base }: Network, newBits: number, at: bigint): string {
  const length = prefix + newBits;
  if (length > bits || length < 0) fail(`a prefix of ${prefix} bits cannot be extended by ${newBits}`, 1);
  if (at < 0n || (newBits >= 0 && at >> BigInt(newBits) > 0n))
    fail(`${newBits} more bits have no room for a subnet of that number`, 2);
  return formatNetwork({ bits, prefix: length, base: base | (at << BigInt(bits - length)) });
}

/**
 * Subnets one after the other, each of its own size and on a boundary of that size.
 * As in Terraform there is no room in a network that begins at address zero: it looks at the address before.
 */
function subnets({ bits, prefix, base }: Network, newBits: Items): Items {
  const end = base + (1n << BigInt(bits - prefix));
  let next = base;
  return newBits.map((given, at) => {
    const extension = wholeNumber(given, at + 1);
    const length = prefix + extension;
    if (extension < 1) fail('each subnet must extend the prefix by at least one bit', at + 1);
    if (length > bits) fail(`a prefix of ${length} bits is too long for an address of ${bits}`, at + 1);
    const size = 1n << BigInt(bits - length);
    const start = ((next + size - 1n) / size) * size;
    if (start + size > end || base === 0n) fail('there is not enough room left in the network', at + 1);
    next = start + size;
    return textValue(formatNetwork({ bits, prefix: length, base: start }));
  });
}

function contains(outer: Network, text: string): boolean {
  const address = parseAddress(text);
  const inner = address
    ? { bits: address.bits, prefix: address.bits, base: address.value }
    : parseNetwork(text);
  if (!inner) return fail('it must be an address or a network', 1);
  if (isV4({ bits: inner.bits, value: inner.base }) !== isV4({ bits: outer.bits, value: outer.base }))
    fail('one is IPv4, the other IPv6');
  return inner.prefix >= outer.prefix && masked(inner.base, outer.prefix, outer.bits) === outer.base;
}
