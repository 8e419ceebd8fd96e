import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { observability } from '../../../src/design/observability/target.ts';
import { architectureOf } from '../../support/design-example.ts';
import { hostedBlueprint } from '../../support/hosted.ts';
import { hasPromtool, promtool } from '../../support/promtool.ts';
import { writtenFolder } from '../../support/written-folder.ts';

describe.skipIf(!hasPromtool())('rules for datastores in the cluster', () => {
  const architecture = architectureOf(hostedBlueprint({ gitops: 'argocd', packaging: 'kustomize' }));
  const folder = join(writtenFolder(observability.write(architecture)), 'observability', 'production');
  const test = () => promtool(folder, 'test', 'rules', 'tests/datastores.yaml');

  it('fire when they should, and not otherwise', () => {
    const { ok, output } = test();
    expect(ok, output).toBe(true);
  }, 300_000);

  it('would not, were an idle database held for one that does not archive', () => {
    const path = join(folder, 'rules', 'datastores.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/ and on \(pod\) \(cnpg_collector[^)]*\)/, ''));
    expect(test().ok).toBe(false);
  }, 300_000);
});

describe.skipIf(!hasPromtool())('rules for databases that follow in a warm standby', () => {
  const architecture = architectureOf(
    hostedBlueprint({
      gitops: 'argocd',
      packaging: 'kustomize',
      more: 'decisions: { recovery: warm-standby }\n',
    }),
  );
  const folder = join(writtenFolder(observability.write(architecture)), 'observability', 'production-dr');
  const test = () => promtool(folder, 'test', 'rules', 'tests/datastores.yaml');

  it('fire when they should, and not otherwise', () => {
    const { ok, output } = test();
    expect(ok, output).toBe(true);
  }, 300_000);

  it('would not, were one that follows held for one that nobody promoted', () => {
    const path = join(folder, 'rules', 'datastores.yaml');
    const text = readFileSync(path, 'utf8');
    const broken = text.replace('or vector(1)', 'or vector(0)');
    expect(broken).not.toBe(text);
    writeFileSync(path, broken);
    expect(test().ok).toBe(false);
  }, 300_000);
});
