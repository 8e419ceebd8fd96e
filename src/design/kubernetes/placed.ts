import type { YamlMap } from '../yaml/yaml.ts';

/** A rule for zones, so that a lost one never takes all pods with it. */
export function spreadOverZones(labels: YamlMap): YamlMap {
  return {
    maxSkew: 1,
    topologyKey: 'topology.kubernetes.io/zone',
    whenUnsatisfiable: 'DoNotSchedule',
    nodeTaintsPolicy: 'Honor',
    labelSelector: { matchLabels: labels },
  };
}

/** A wish for nodes: where there is only one, pods still run. */
export function preferOtherNodes(labels: YamlMap): YamlMap {
  return {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 100,
          podAffinityTerm: {
            topologyKey: 'kubernetes.io/hostname',
            labelSelector: { matchLabels: labels },
          },
        },
      ],
    },
  };
}
