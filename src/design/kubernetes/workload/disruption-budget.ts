import type { Service } from '../../workload.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import type { Site } from '../site.ts';

/** How many replicas may be away while nodes are drained. */
export function disruptionBudgetOf(service: Service, { vary }: Site): YamlMap {
  const { name, namespace, maxUnavailable } = service;
  const labels = selectorOf(service);
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace, labels },
    spec: {
      maxUnavailable: vary('scale.away', maxUnavailable),
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: labels },
    },
  };
}
