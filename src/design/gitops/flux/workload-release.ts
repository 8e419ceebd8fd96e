import type { ManifestSource } from '../../kubernetes/sources.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import { deliverer } from './tenant.ts';

/** The chart of a workload out of the repository, with the values of an environment over those for all. */
export function workloadRelease({ name, path, values = [] }: ManifestSource, namespace: string): YamlMap {
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name, namespace },
    spec: {
      interval: '10m',
      timeout: '10m',
      releaseName: name,
      serviceAccountName: deliverer,
      maxHistory: 5,
      chart: {
        spec: {
          chart: `./${path}`,
          // every commit is a new one, whatever version the chart says
          reconcileStrategy: 'Revision',
          valuesFiles: values.map((file) => `./${path}/${file}`),
          sourceRef: { kind: 'GitRepository', name: 'platform' },
        },
      },
      install: { remediation: { retries: 5 } },
      upgrade: {
        cleanupOnFail: true,
        remediation: { retries: 3, strategy: 'rollback', remediateLastFailure: true },
      },
      driftDetection: {
        mode: 'enabled',
        ignore: [
          ...['Deployment', 'Rollout'].map((kind) => ({ paths: ['/spec/replicas'], target: { kind } })),
          // Argo Rollouts leads Services to a version
          { paths: ['/spec/selector/rollouts-pod-template-hash'], target: { kind: 'Service' } },
        ],
      },
    },
  };
}
