// The JSON Schemas that are published, by name: of what Plinth reads, and of what it prints.
import { load } from './load.mjs';

export async function publishedSchemas() {
  const { reportJsonSchema } = await load('src/report/schema.ts');
  const { configJsonSchema } = await load('src/config/json-schema.ts');
  const { blueprintJsonSchema } = await load('src/blueprint/json-schema.ts');
  const { impactJsonSchema } = await load('src/report/impact/schema.ts');
  const { simulationJsonSchema } = await load('src/report/simulation/schema.ts');
  return {
    report: reportJsonSchema(),
    config: configJsonSchema(),
    blueprint: blueprintJsonSchema(),
    impact: impactJsonSchema(),
    simulation: simulationJsonSchema(),
  };
}
