import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';

/** What is to be brought into a cluster, and where it lies in the repository. */
export interface ManifestSource {
  readonly kind: 'cluster' | 'namespace' | 'workload';
  readonly name: string;
  /** absent for what belongs to the whole cluster */
  readonly namespace?: string;
  /** folder of a kustomization or a chart */
  readonly path: string;
  /** files of values of a chart, relative to it, the last one winning; absent for a kustomization */
  readonly values?: readonly string[];
}

/** What `src/design/kubernetes` writes for an environment, in the order in which it is needed. */
export function manifestSources(_: Architecture, environment: Environment): ManifestSource[] {
  const overlay = `overlays/${environment.name}`;
  return [
    ...environment.namespaces.map(
      ({ name }): ManifestSource => ({
        kind: 'namespace',
        name,
        namespace: name,
        path: `kubernetes/${name}/namespace/${overlay}`,
      }),
    ),
    ...[...environment.services, ...environment.jobs].map(
      ({ name, namespace }): ManifestSource => ({
        kind: 'workload',
        name,
        namespace,
        path: `kubernetes/${namespace}/${name}/${overlay}`,
      }),
    ),
  ];
}
