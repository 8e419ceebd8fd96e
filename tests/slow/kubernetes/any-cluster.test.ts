import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, it } from 'vitest';
import { loadBlueprint } from '../../../src/blueprint/load-blueprint.ts';
import { architect } from '../../../src/design/architect.ts';
import type { Architecture } from '../../../src/design/architecture.ts';
import { SourceFile } from '../../../src/model/source-file.ts';
import { verify } from '../../../src/operations/verify.ts';
import { written } from '../../design/kubernetes/rendering.ts';
import { blueprints } from '../../support/blueprints.ts';
import { provideTools } from '../../support/tools.ts';

const tools = provideTools();

it.skipIf(!tools.kubectl || !tools.helm)(
  'any valid blueprint with a cluster gives manifests that verify has nothing against',
  async () => {
    await fc.assert(
      fc.asyncProperty(blueprints, async (data) => {
        const architecture = architectureOf(dump({ ...data, compute: 'eks' }));
        fc.pre(architecture !== undefined && architecture.platform.compute === 'eks');
        const folder = written(architecture!);
        const { findings, problems } = await verify(folder);
        rmSync(folder, { recursive: true });
        expect(problems.map(({ message }) => message)).toEqual([]);
        const told = findings.filter(({ severity }) => severity !== 'info');
        expect(told.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
      }),
      // each run asks real tools, so that shrinking a failure would take an hour
      { numRuns: 12, endOnFailure: true },
    );
  },
);

function architectureOf(text: string): Architecture | undefined {
  const { blueprint } = loadBlueprint(new SourceFile('plinth.yaml', text));
  return blueprint && architect(blueprint).architecture;
}
