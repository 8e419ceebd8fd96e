import { expect, it } from 'vitest';
import { payments } from '../../support/cluster-variants.ts';
import { manifestsIn } from './rendering.ts';

it('a team has room for both versions of what is released while it is busiest', () => {
  for (const { namespaces, services, jobs } of payments({}).environments)
    for (const { name, quota } of namespaces) {
      const needed = services
        .filter(({ namespace }) => namespace === name)
        // Argo Rollouts leaves the old version whole while a share of requests goes to the new one
        .map(({ scale, strategy, requests }) => ({
          pods: strategy === 'rolling' ? Math.ceil(scale.max * 1.25) : 2 * scale.max,
          requests,
        }));
      const batch = jobs.filter(({ namespace }) => namespace === name);
      const sum = (pick: (one: { cpuMilli: number; memoryMi: number }) => number) =>
        [...needed, ...batch.map(({ requests }) => ({ pods: 1, requests }))].reduce(
          (total, { pods, requests }) => total + pods * (pick(requests) + 100),
          0,
        );
      expect(quota.cpuMilli).toBeGreaterThanOrEqual(sum(({ cpuMilli }) => cpuMilli));
      expect(quota.memoryMi).toBeGreaterThanOrEqual(sum(({ memoryMi }) => memoryMi));
      expect(quota.pods).toBeGreaterThanOrEqual(needed.reduce((total, { pods }) => total + pods, 0));
    }
});

it('each version is spread over zones by itself', () => {
  const keysOf = (path: string) =>
    manifestsIn(payments({}), path)[0]!.spec.template.spec.topologySpreadConstraints[0].matchLabelKeys;
  expect(keysOf('kubernetes/ledger/ledger/base/rollout.yaml')).toEqual(['rollouts-pod-template-hash']);
  expect(keysOf('kubernetes/ledger/console/base/deployment.yaml')).toEqual(['pod-template-hash']);
});
