import { expect, test } from 'vitest';
import { bare, saysTheSame, wordsOf } from './sentence.ts';

function same(a: string, b: string): boolean {
  return saysTheSame(wordsOf(a, 'Deployment/shop/api'), wordsOf(b, 'Deployment/shop/cart'));
}

test('messages that differ in a name say the same', () => {
  expect(
    same('Container api has no memory limit: set one.', 'Container cart has no memory limit: set one.'),
  ).toBe(true);
  expect(same('Key "a b" is set twice here.', 'Key "c" is set twice here.')).toBe(true);
});

test('the address of the resource itself makes no difference, wherever it stands', () => {
  const words = wordsOf('Of Deployment/shop/api, Deployment/shop/api-1 and more.', 'Deployment/shop/api');
  expect(saysTheSame(words, wordsOf('Of Job/x, Job/x-1 and more.', 'Job/x'))).toBe(true);
});

test('messages that differ in a number do not', () => {
  expect(same('Port 80 of the container is open.', 'Port 81 of the container is open.')).toBe(false);
  expect(same('It admits 0.0.0.0/0 on every port.', 'It admits 10.0.0.0/8 on every port.')).toBe(false);
});

test('messages that differ in many words, or in length, do not', () => {
  expect(same('The role may read all secrets.', 'The key was never once rotated.')).toBe(false);
  expect(same('It is open.', 'It is open to all.')).toBe(false);
  expect(same('', '')).toBe(true);
});

test('a name stands without the marks around it', () => {
  expect(['"api",', '`tmp`.', 'redis:alpine', '(web)'].map(bare)).toEqual([
    'api',
    'tmp',
    'redis:alpine',
    'web',
  ]);
});
