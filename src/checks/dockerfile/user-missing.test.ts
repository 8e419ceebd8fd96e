import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './user-missing.ts';

it.each([
  ['FROM nginx:1.29\n', []],
  ['ARG V=1\nFROM nginx:1.29\nLABEL a=b\n', []],
  ['FROM nginx:1.29\nCOPY nginx.conf /etc/nginx/\n', ['medium Dockerfile']],
  ['FROM nginx:1.29 AS base\nRUN make\nFROM base\n', ['medium Dockerfile']],
])('asks for a user where an image is made: %s', async (text, expected) => {
  const found = await judgementOf(check, { Dockerfile: text });
  expect(found).toHaveLength(expected.length);
});
