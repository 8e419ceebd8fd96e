import { expect, it } from 'vitest';
import { covers } from './certificates.ts';
import { intersects } from './gateways.ts';

it.each([
  ['', 'shop.example.com', true],
  ['shop.example.com', 'shop.example.com', true],
  ['*.example.com', 'shop.example.com', true],
  ['*.example.com', 'a.shop.example.com', true],
  ['*.example.com', 'example.com', false],
  ['shop.example.com', '*.example.com', true],
  ['shop.example.com', 'cart.example.com', false],
])('a listener of %j has a host in common with %s: %s', (listener, route, expected) => {
  expect(intersects(listener, route)).toBe(expected);
});

it.each([
  ['shop.example.com', 'shop.example.com', true],
  ['*.example.com', 'shop.example.com', true],
  ['*.example.com', 'a.shop.example.com', false],
  ['*.example.com', 'example.com', false],
])('a certificate for %s covers %s: %s', (name, host, expected) => {
  expect(covers(name, host)).toBe(expected);
});
