import { expect, it } from 'vitest';
import { payments } from '../../tests/support/cluster-variants.ts';
import { architectureOf, architectureOfExample } from '../../tests/support/design-example.ts';
import { hostedBlueprint } from '../../tests/support/hosted.ts';
import { unwritten } from './unwritten.ts';

it('tells what was asked for and is not written, and nothing that nobody asked for', () => {
  expect(unwritten(architectureOfExample('payments')).join('\n')).not.toContain('recovery region');
  const small = unwritten(architectureOfExample('start-up')).join('\n');
  for (const what of ['hosts itself', 'recovery region']) expect(small).not.toContain(what);
});

it('tells what of a recovery region is left to people', () => {
  const told = unwritten(
    payments({
      services: { gateway: { expose: { host: 'payments.example' } } },
      decisions: { edge: 'waf', recovery: 'warm-standby' },
    }),
  ).join('\n');
  expect(told).toContain('top of a zone');
});

it('tells that a database of the cluster is not warm where the rest is', () => {
  const told = (recovery: string) =>
    unwritten(
      architectureOf(
        hostedBlueprint({
          gitops: 'argocd',
          packaging: 'kustomize',
          more: `decisions: { recovery: ${recovery} }\n`,
        }),
      ),
    ).join('\n');
  expect(told('warm-standby')).toContain('once the site is in use');
  expect(told('pilot-light')).toBe('');
});
