import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { manifestSources } from '../../../src/design/kubernetes/sources.ts';
import { verify } from '../../../src/operations/verify.ts';
import { type Manifest, rendered, written } from '../../design/kubernetes/rendering.ts';
import { asCharts, variants } from '../../support/cluster-variants.ts';
import { provideTools } from '../../support/tools.ts';

const tools = provideTools();

describe.each(Object.entries(variants))('manifests of payments: %s', (_, build) => {
  it.skipIf(!tools.kubectl || !tools.helm)(
    'are the same from overlays and from charts, and charts are free of faults',
    () => {
      const overlays = build();
      const charts = asCharts(overlays);
      const [ofOverlays, ofCharts] = [written(overlays), written(charts)];
      for (const environment of overlays.environments)
        expect(byName(manifestsOf(charts, environment.name, ofCharts)), environment.name).toEqual(
          byName(manifestsOf(overlays, environment.name, ofOverlays)),
        );
      rmSync(ofOverlays, { recursive: true });
      rmSync(ofCharts, { recursive: true });
    },
  );

  it.each(['kustomize', 'helm'])(
    'give verify nothing to say but for information, as %s',
    async (packaging) => {
      const architecture = packaging === 'helm' ? asCharts(build()) : build();
      const folder = written(architecture);
      const { findings, problems } = await verify(folder);
      expect(problems.map(({ message }) => message)).toEqual([]);
      const told = findings.filter(({ severity }) => severity !== 'info');
      expect(told.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
      rmSync(folder, { recursive: true });
    },
  );
});

function manifestsOf(architecture: Architecture, name: string, folder: string): Manifest[] {
  return manifestSources(architecture, { name }).flatMap(({ path, values }) => {
    const from = join(folder, path);
    if (!values) return rendered('kubectl', 'kustomize', from);
    const files = values.flatMap((file) => ['--values', join(from, file)]);
    execFileSync('helm', ['lint', '--strict', from, ...files], { stdio: 'pipe' });
    return rendered('helm', 'template', from, ...files);
  });
}

/** Without what either way of packaging has of its own: hashes of variables. */
function byName(manifests: readonly Manifest[]): Record<string, unknown> {
  const text = JSON.stringify(manifests, (key, value) =>
    key === 'plinth.dev/variables'
      ? undefined
      : typeof value === 'string'
        ? value.replace(/-variables-[a-z0-9]{10}$/, '-variables')
        : key === 'annotations' && Object.keys(value as object).every((one) => one === 'plinth.dev/variables')
          ? undefined
          : value,
  );
  return Object.fromEntries(
    (JSON.parse(text) as Manifest[]).map((one) => [
      `${one.kind} ${one.metadata.namespace ?? ''}/${one.metadata.name}`,
      one,
    ]),
  );
}
