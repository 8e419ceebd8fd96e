import { expect, it } from 'vitest';
import { networkForm } from './network-form.ts';

it.each([
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['0.1.0.0/0', '0.0.0.0/0'],
  ['192.0.2.7/32', '192.0.2.7/32'],
  ['::/0', '::/0'],
  ['fe80::1/10', 'fe80::/10'],
  ['2001:db8:0:1::5/48', '2001:db8::/48'],
  ['2001:DB8::/32', '2001:DB8::/32'],
  ['/0', undefined],
  ['10.0.0.0', undefined],
  ['10.0.0/8', undefined],
  ['10.0.0.0/33', undefined],
  ['010.0.0.0/8', undefined],
  ['1:2:3::4::5/64', undefined],
  ['1:2:3/64', undefined],
])('gives %s as the network %s', (cidr, network) => {
  expect(networkForm(cidr)).toBe(network);
});
