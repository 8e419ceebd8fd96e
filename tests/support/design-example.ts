import { readFileSync } from 'node:fs';
import { loadBlueprint } from '../../src/blueprint/load-blueprint.ts';
import { architect } from '../../src/design/architect.ts';
import type { Architecture } from '../../src/design/architecture.ts';
import { SourceFile } from '../../src/model/source-file.ts';

export const designExamples = ['start-up', 'payments', 'events'] as const;

/** The architecture of a blueprint. @throws where anything is wrong with it */
export function architectureOf(text: string): Architecture {
  const { blueprint, problems } = loadBlueprint(new SourceFile('plinth.yaml', text));
  const { architecture, problems: contradictions } = blueprint ? architect(blueprint) : { problems: [] };
  if (architecture) return architecture;
  throw new Error([...problems, ...contradictions].map(({ message }) => message).join('\n'));
}

/** The architecture of one of the examples. */
export function architectureOfExample(name: (typeof designExamples)[number]): Architecture {
  const path = new URL(`../../examples/${name}/plinth.yaml`, import.meta.url);
  return architectureOf(readFileSync(path, 'utf8'));
}
