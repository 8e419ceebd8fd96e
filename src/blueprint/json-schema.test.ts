import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { blueprintJsonSchema } from './json-schema.ts';

it('blueprintJsonSchema takes the examples and tells a bad blueprint from a good one', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(blueprintJsonSchema());
  for (const name of ['start-up', 'payments', 'events']) {
    const text = readFileSync(new URL(`../../examples/${name}/plinth.yaml`, import.meta.url), 'utf8');
    expect(validate(load(text)), name).toBe(true);
  }
  expect(validate({ name: 'a', servces: {} })).toBe(false);
  expect(validate({ name: 'a', services: { web: { image: 'a', port: 0 } } })).toBe(false);
  expect(validate({ name: 'a', datastores: { d: { type: 'oracle' } } })).toBe(false);
});

it('blueprintJsonSchema tells editors what each key means', () => {
  const silent: string[] = [];
  const look = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties = {}, anyOf = [], items, additionalProperties } = schema as Record<string, never>;
    for (const [key, one] of Object.entries<Record<string, never>>(properties)) {
      const alternatives = (one['anyOf'] ?? []) as { description?: string }[];
      if (!one['description'] && !alternatives.some(({ description }) => description))
        silent.push(`${path}.${key}`);
      look(one, `${path}.${key}`);
    }
    for (const one of [...(anyOf as unknown[]), items, additionalProperties]) look(one, path);
  };
  look(blueprintJsonSchema(), '');
  expect(silent).toEqual([]);
});
