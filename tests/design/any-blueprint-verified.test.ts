import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { loadBlueprint } from '../../src/blueprint/load-blueprint.ts';
import { architect } from '../../src/design/architect.ts';
import { writeAll } from '../../src/design/write-all.ts';
import { SourceFile } from '../../src/model/source-file.ts';
import { verify } from '../../src/operations/verify.ts';
import { blueprints } from '../support/blueprints.ts';
import { provideTools } from '../support/tools.ts';
import { writtenFolder } from '../support/written-folder.ts';

const { kubectl, helm } = provideTools();
const runs = Number(process.env['PLINTH_BLUEPRINTS'] ?? 6);

describe('what is written of any blueprint', () => {
  it.skipIf(!kubectl || !helm)(
    'reads back without problems, and verify finds nothing at medium or above',
    async () => {
      await fc.assert(
        fc.asyncProperty(blueprints, fc.boolean(), async (data, offAtTimes) => {
          const { blueprint } = loadBlueprint(new SourceFile('plinth.yaml', dump(data)));
          const { architecture } = architect(blueprint!);
          // one environment shows it, in a fraction of the time
          const all = architecture!.environments;
          const environments = [all.find(({ schedule }) => offAtTimes && schedule) ?? all.at(-1)!];
          const folder = writtenFolder(writeAll({ ...architecture!, environments }));
          try {
            const { findings, problems } = await verify(folder);
            expect(problems.map(({ message }) => message)).toEqual([]);
            const grave = findings.filter(({ severity }) => !['low', 'info'].includes(severity));
            expect(grave.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
          } finally {
            rmSync(folder, { recursive: true });
          }
        }),
        { numRuns: runs, endOnFailure: true },
      );
    },
    60_000 + runs * 20_000,
  );
});
