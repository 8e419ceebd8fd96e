import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import type { Unit } from './unit.ts';
import { unitsOf } from './units.ts';

/** What is to be brought into a cluster, and where it lies in the repository. */
export interface ManifestSource {
  readonly kind: 'cluster' | 'data-namespace' | 'datastore' | 'namespace' | 'workload';
  readonly name: string;
  /** absent for what belongs to the whole cluster */
  readonly namespace?: string;
  /** folder of a kustomization or a chart: `kubernetes/ledger/console/overlays/production` */
  readonly path: string;
  /** files of values of a chart, relative to it, the last one winning; absent for a kustomization */
  readonly values?: readonly string[];
}

/** Sources of manifests of an environment, in the order in which they are needed. */
export function manifestSources(
  architecture: Architecture,
  { name: environment, standsFor }: Pick<Environment, 'name' | 'standsFor'>,
): ManifestSource[] {
  const { packaging } = architecture.delivery;
  return unitsOf(architecture).map((unit) => {
    const { name, namespace, folder, chart } = unit;
    return {
      kind: kindOf(unit),
      name,
      ...(namespace !== undefined && { namespace }),
      ...(chart && packaging === 'helm'
        ? {
            path: folder,
            values: [
              'values.yaml',
              ...[standsFor, environment].flatMap((one) => (one ? [`values-${one}.yaml`] : [])),
            ],
          }
        : { path: `${folder}/overlays/${environment}` }),
    };
  });
}

function kindOf({ namespace, chart, hosted }: Unit): ManifestSource['kind'] {
  if (hosted !== undefined) return hosted === 'namespace' ? 'data-namespace' : 'datastore';
  return namespace === undefined ? 'cluster' : chart ? 'workload' : 'namespace';
}
