import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asCharts, payments } from '../../support/cluster-variants.ts';
import { provideTools } from '../../support/tools.ts';
import { type Manifest, rendered, written } from './rendering.ts';

const { kubectl, helm } = provideTools();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const at = 'kubernetes/acquiring/authorizer';
const kustomized = (environment: string) => {
  const folder = written(payments({}));
  folders.push(folder);
  return rendered('kubectl', 'kustomize', join(folder, at, 'overlays', environment));
};
const charted = (...environments: readonly string[]) => {
  const folder = written(asCharts(payments({})));
  folders.push(folder);
  const values = environments.flatMap((one) => ['--values', join(folder, at, `values-${one}.yaml`)]);
  return rendered('helm', 'template', 'authorizer', join(folder, at), ...values);
};

describe.each([
  ['kustomize', kubectl, () => kustomized('production'), () => kustomized('production-dr')],
  ['helm', helm, () => charted('production'), () => charted('production', 'production-dr')],
] as const)('a workload in the recovery region, by %s', (_, tool, main, standby) => {
  it.skipIf(!tool)('runs the same image, with what is kept in that region', () => {
    const [there, here] = [main(), standby()];
    expect(kindsOf(here)).toEqual(kindsOf(there));
    expect(imageOf(here)).toBe(imageOf(there));
    expect(variablesOf(here)).toMatchObject({
      AUTHORISED_QUEUE_URL:
        'https://sqs.eu-west-1.amazonaws.com/444455556666/production-dr-authorised-queue.fifo',
    });
    expect(keysOf(here, 'authorizer-vault-connection')).toEqual({
      VAULT_HOST: 'production-dr/payments/vault/address',
      VAULT_PORT: 'production/payments/vault/connection',
      VAULT_USERNAME: 'production/payments/vault/connection',
      VAULT_PASSWORD: 'production/payments/vault/connection',
      VAULT_DATABASE: 'production/payments/vault/connection',
    });
    expect(Object.values(keysOf(there, 'authorizer-vault-connection'))).not.toContain(
      'production-dr/payments/vault/address',
    );
  });

  it.skipIf(!tool)('reads the variables that stand there, by the name that pods know', () => {
    const here = standby();
    const { name } = here.find(({ kind }) => kind === 'ConfigMap')!.metadata;
    expect(JSON.stringify(here.find(({ kind }) => kind === 'Rollout')!.spec)).toContain(`"${name}"`);
  });
});

const kindsOf = (all: readonly Manifest[]) => all.map(({ kind }) => kind).sort();
const imageOf = (all: readonly Manifest[]): string =>
  all.find(({ kind }) => kind === 'Rollout')!.spec.template.spec.containers[0].image;
const variablesOf = (all: readonly Manifest[]) => all.find(({ kind }) => kind === 'ConfigMap')!.data;
const keysOf = (all: readonly Manifest[], name: string): Record<string, string> =>
  Object.fromEntries(
    all
      .find(({ kind, metadata }) => kind === 'ExternalSecret' && metadata.name === name)!
      .spec.data.map((one: { secretKey: string; remoteRef: { key: string } }) => [
        one.secretKey,
        one.remoteRef.key,
      ]),
  );
