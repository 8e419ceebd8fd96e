import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateText } from '../../../../../tests/support/evaluate-text.ts';
import { formatAddress, formatNetwork, masked, parseAddress, parseNetwork } from './ip-address.ts';

const v4 = fc.ipV4().map((text) => parseAddress(text)!);
const v6 = fc.ipV6().map((text) => parseAddress(text)!);
const networks = fc
  .oneof(v4, v6)
  .chain(({ bits, value }) =>
    fc.integer({ min: 0, max: bits }).map((prefix) => ({ bits, prefix, base: masked(value, prefix, bits) })),
  );

describe('addresses', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.oneof(v4, v6), (address) => {
        const back = parseAddress(formatAddress(address))!;
        expect(BigInt.asUintN(back.bits, address.value)).toBe(back.value);
      }),
    );
    fc.assert(
      fc.property(networks, (network) => {
        const back = parseNetwork(formatNetwork(network))!;
        if (back.bits === network.bits) expect(back).toEqual(network);
      }),
    );
  });

  it.each([
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['::', '::'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['010.001.0.0', '10.1.0.0'],
  ])('%s is written %s', (text, expected) => {
    expect(formatAddress(parseAddress(text)!)).toBe(expected);
  });

  it.each(['', '1.2.3', '1.2.3.256', '1::2::3', '1:2:3', 'g::', '1.2.3.4.5', ':1'])('%j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('subnets', () => {
  it('lie in their network, do not overlap and follow one another', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 255 }),
        fc.integer({ min: 8, max: 24 }),
        sizes,
        (octet, prefix, bits) => {
          const outer = parseNetwork(`${octet}.0.0.0/${prefix}`)!;
          const { value, problems } = evaluateText(
            `cidrsubnets("${octet}.0.0.0/${prefix}", ${bits.join(', ')})`,
          );
          if (problems.length > 0) return;
          let end = outer.base;
          for (const [at, item] of value.items.entries()) {
            const inner = parseNetwork(item.text)!;
            expect(inner.prefix).toBe(prefix + bits[at]!);
            expect(inner.base >= end).toBe(true);
            end = inner.base + (1n << BigInt(32 - inner.prefix));
          }
          expect(end <= outer.base + (1n << BigInt(32 - prefix))).toBe(true);
        },
      ),
    );
  });

  it('of one size are those that cidrsubnet numbers', () => {
    const { value } = evaluateText(
      '[cidrsubnets("10.1.0.0/16", 4, 4, 4), [for i in range(3) : cidrsubnet("10.1.0.0/16", 4, i)]]',
    );
    const [all, one] = value.items.map((list) => list.items.map((item) => item.text));
    expect(all).toEqual(one);
  });

  it('hold the hosts that cidrhost gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -1000, max: 1000 }), (prefix, host) => {
        const size = 2 ** (32 - prefix);
        const { value, problems } = evaluateText(`cidrhost("10.20.30.40/${prefix}", ${host})`);
        const fits = host < size && host >= -size;
        expect(problems.length === 0).toBe(fits);
        if (fits)
          expect(masked(parseAddress(value.text)!.value, prefix, 32)).toBe(
            parseNetwork(`10.20.30.40/${prefix}`)!.base,
          );
      }),
    );
  });
});
