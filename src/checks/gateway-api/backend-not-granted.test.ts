import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './backend-not-granted.ts';
import { gateway, route, service } from './examples/shop.ts';

const toCart = route({ backend: '          namespace: cart\n' });

it.each([
  ['misses the grant where the Service is here', service('cart'), ['high HTTPRoute/shop/shop']],
  ['leaves namespaces alone of which nothing is here', service(), []],
])('%s', async (_, more, expected) => {
  expect(await judgementOf(check, { 'shop.yaml': gateway() + more + toCart })).toEqual(expected);
});

it('asks for no grant where the gateway asks for none', async () => {
  const lattice = gateway().replace('gatewayClassName: envoy', 'gatewayClassName: amazon-vpc-lattice');
  expect(await judgementOf(check, { 'shop.yaml': lattice + service('cart') + toCart })).toEqual([]);
});
