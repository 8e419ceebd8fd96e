import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { hostile } from '../../tests/report/hostile-sample.ts';
import { large } from '../../tests/report/large-sample.ts';
import { nothingRead, shop, sound } from '../../tests/report/samples.ts';
import type { Report } from './report.ts';
import { reportJsonSchema } from './schema.ts';

const samples: Record<string, Report> = { shop, sound, nothingRead, hostile, large: large(200) };
const schema = reportJsonSchema();

test.each(Object.entries(samples))('describes %s', (_, report) => {
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  expect(validate(report), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
});

test('names everything that a report holds', () => {
  const validate = new Ajv2020().compile(closed(schema));
  expect(validate(shop), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...shop, more: 1 })).toBe(false);
});

test.each([
  ['a severity that does not exist', { ...shop, findings: [{ ...shop.findings[0], severity: 'fatal' }] }],
  ['a finding without a place', { ...shop, findings: [{ ...shop.findings[0], file: undefined }] }],
  ['a line before the first', { ...shop, findings: [{ ...shop.findings[0], startLine: 0 }] }],
  ['another version', { ...shop, schema: '2.0' }],
])('refuses %s', (_, report) => {
  const validate = new Ajv2020().compile(schema);
  expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false);
});

test('lets later versions add to a report', () => {
  expect(new Ajv2020().compile(schema)({ ...shop, added: { in: '1.1' } })).toBe(true);
});

/** The same schema with every object closed. */
function closed(part: unknown): Record<string, unknown> {
  const close = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(close);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, close(inner)]));
    return 'properties' in value ? { ...entries, additionalProperties: false } : entries;
  };
  return close(part) as Record<string, unknown>;
}
