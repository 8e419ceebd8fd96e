import type { Job, Service } from '../../workload.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';

/** The identity of a workload: its AWS role is bound to this name, and it has no rights in Kubernetes. */
export function accountOf(workload: Service | Job): YamlMap {
  const { name, namespace } = workload;
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels: selectorOf(workload) },
    automountServiceAccountToken: false,
  };
}
