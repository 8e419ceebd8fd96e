import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { manifestSources } from '../../../src/design/kubernetes/sources.ts';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { verify } from '../../../src/operations/verify.ts';
import { architectureOfExample } from '../../support/design-example.ts';
import { provideTools } from '../../support/tools.ts';
import { rendered, written } from './rendering.ts';

const tools = provideTools();
const architecture = architectureOfExample('payments');
const [development] = architecture.environments;
// one environment shows it; tests/slow/kubernetes goes through all
const folder = written(architecture);
const ofOne = written({ ...architecture, environments: [development!] });
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(ofOne, { recursive: true });
});

describe('manifests of the payments example', () => {
  it.skipIf(!tools.kubectl)(
    'are rendered by kubectl, with what is different in an environment and a digest for each image',
    () => {
      const all = manifestSources(architecture, development!).flatMap(({ path }) =>
        rendered('kubectl', 'kustomize', join(folder, path)),
      );
      const of = (kind: string, name: string) =>
        all.find((one) => one.kind === kind && one.metadata.name === name)?.spec;
      expect(of('HorizontalPodAutoscaler', 'gateway')).toMatchObject({ minReplicas: 2, maxReplicas: 12 });
      expect(of('Ingress', 'gateway').tls).toEqual([{ hosts: ['api.development.payments.example'] }]);
      expect(of('Rollout', 'gateway').template.spec.priorityClassName).toBe('standard');
      const variables = all.find(
        ({ kind, metadata }) => kind === 'ConfigMap' && /^gateway/.test(metadata.name),
      );
      expect(of('Rollout', 'gateway').template.spec.containers[0].envFrom).toEqual([
        { configMapRef: { name: variables!.metadata.name } },
      ]);
      for (const { spec } of all.filter(({ kind }) => kind === 'Rollout' || kind === 'Deployment'))
        expect(spec.template.spec.containers[0].image).toMatch(/@sha256:[0-9a-f]{64}$/);
    },
    120_000,
  );

  it('lie where those who deliver them look', () => {
    const files = kubernetes.write(architecture);
    for (const environment of architecture.environments)
      for (const { path } of manifestSources(architecture, environment))
        expect(files.has(`${path}/kustomization.yaml`)).toBe(true);
  });

  it('give no finding at medium or above, and no problem', async () => {
    const { findings, problems } = await verify(ofOne);
    expect(problems.map(({ message }) => message)).toEqual([]);
    const grave = findings.filter(({ severity }) => severity !== 'info');
    expect(grave.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
  }, 120_000);
});
