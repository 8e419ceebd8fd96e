import type { Plain } from '../plain.ts';
import { isMap, type PlainMap } from './values.ts';

const patterns: Readonly<Record<string, PlainMap>> = {
  'image.digest': { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
  variables: { type: 'object', additionalProperties: { type: 'string' } },
  priority: { enum: ['critical', 'standard', 'batch'] },
  'scale.cpu': { type: 'integer', minimum: 1, maximum: 100 },
  'scale.min': { type: 'integer', minimum: 1 },
  'scale.max': { type: 'integer', minimum: 1 },
};

/** The JSON Schema of values: what is missing, misspelt or of another kind stops a release before it begins. */
export function schemaOf(values: PlainMap): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...(ofMap(values, '') as PlainMap),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function ofMap(values: PlainMap, path: string): Plain {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(values),
    properties: {
      ...Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          ofValue(value, path === '' ? key : `${path}.${key}`),
        ]),
      ),
      // charts above this one may tell it what all know
      ...(path === '' && { global: { type: 'object' } }),
    },
  };
}

function ofValue(value: Plain, path: string): Plain {
  const known = patterns[path];
  if (known) return known;
  if (isMap(value)) return ofMap(value, path);
  if (Array.isArray(value)) return { type: 'array', items: { type: typeOf(value[0]) } };
  return typeOf(value) === 'string' ? { type: 'string', minLength: 1 } : { type: typeOf(value) };
}

function typeOf(value: Plain | undefined): string {
  if (typeof value === 'number') return 'integer';
  return typeof value === 'string' || typeof value === 'boolean' ? typeof value : 'object';
}
