import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { configJsonSchema } from './json-schema.ts';

it('configJsonSchema is a schema that tells a good file from a bad one', () => {
  const validate = new Ajv2020({ strict: true, formats: { date: true } }).compile(configJsonSchema());
  expect(validate({ failOn: 'none', checks: { 'aws/*': 'off', 'aws/a': { paths: ['x'] } } })).toBe(true);
  expect(validate({ checks: { 'aws/a': 'of' } })).toBe(false);
  expect(validate({ fail: 'high' })).toBe(false);
  expect(validate({ suppressions: [{ check: 'aws/a' }] })).toBe(false);
});
