import * as z from 'zod/mini';
import { blueprintSchema } from './schema.ts';

/** The JSON Schema (2020-12) of `plinth.yaml`, for editors and for publication. */
export function blueprintJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(blueprintSchema, { io: 'input' });
  return { $schema, title: 'plinth.yaml', ...rest };
}
