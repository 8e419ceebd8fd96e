import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeAll } from '../../../src/design/write-all.ts';
import { verify } from '../../../src/operations/verify.ts';
import { architectureOf } from '../../support/design-example.ts';
import { hostedBlueprint } from '../../support/hosted.ts';
import { provideTools } from '../../support/tools.ts';
import { writtenFolder } from '../../support/written-folder.ts';

const { kubectl, helm } = provideTools();

/** What every platform has that Flux delivers, whatever it hosts. */
const ofFlux = new Set([
  'flux/source-unverified',
  'kubernetes/rbac-pods-create',
  'kubernetes/rbac-reads-secrets',
]);

describe('a platform with datastores in its cluster', () => {
  it.skipIf(!kubectl || !helm).each([
    ['argocd', 'kustomize', 'none'],
    ['flux', 'helm', 'istio'],
    ['argocd', 'helm', 'linkerd'],
  ] as const)(
    'by %s and %s, mesh %s: reads back without problems, and verify finds nothing above info (needs kubectl and helm)',
    async (gitops, packaging, mesh) => {
      const architecture = architectureOf(hostedBlueprint({ gitops, packaging, mesh }));
      // one environment shows it, in a fraction of the time
      const environments = architecture.environments.slice(-1);
      const folder = writtenFolder(writeAll({ ...architecture, environments }));
      try {
        const { findings, problems } = await verify(folder);
        expect(problems.map(({ message }) => message)).toEqual([]);
        const told = findings.filter(
          ({ severity, check }) => severity !== 'info' && !(gitops === 'flux' && ofFlux.has(check)),
        );
        expect(told.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    300_000,
  );
});
