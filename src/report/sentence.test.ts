import { expect, test } from 'vitest';
import { takeNames } from './sentence.ts';

const form = (message: string, resource = 'Deployment/shop/api') => takeNames(message, resource).form;

test('two messages that differ in quoted names have one form', () => {
  expect(form('Container "api" has no limit.')).toBe(form('Container "cart" has no limit.'));
  expect(takeNames('Container "api" mounts `tmp`.', 'x').names).toEqual(['api', 'tmp']);
});

test('the address of the resource itself is a name', () => {
  expect(form('Pod/a/b runs as root.', 'Pod/a/b')).toBe(form('Pod/c/d runs as root.', 'Pod/c/d'));
});

test('messages that differ in what they say differ in form', () => {
  expect(form('Port 80 is open.')).not.toBe(form('Port 81 is open.'));
});

test('an apostrophe is no quote', () => {
  expect(takeNames("The cluster's log isn't kept.", 'x').names).toEqual([]);
});
