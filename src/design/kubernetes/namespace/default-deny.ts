import type { Namespace } from '../../environment.ts';
import type { YamlMap } from '../../yaml/yaml.ts';

/** Nothing passes that no other policy allows. */
export function defaultDenyOf({ name }: Namespace): YamlMap {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'default-deny', namespace: name },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  };
}
