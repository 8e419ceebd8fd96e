import * as z from 'zod/mini';
import { configSchema } from './schema.ts';

/** The JSON Schema (2020-12) of `plinth.config.yaml`, for editors and for publication. */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input' });
  return { $schema, title: 'plinth.config.yaml', ...rest };
}
