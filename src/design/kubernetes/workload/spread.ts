import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';

/**
 * Replicas apart from each other, so that one loss never takes all: over zones by a rule, as a pod that waits for its
 * zone is better than all pods in one; over nodes, and over pools where some may run on spot, by wish.
 */
export function spreadOf(service: Service): YamlMap {
  // who makes pods of a version gives them this label
  const versionKey = service.strategy === 'rolling' ? 'pod-template-hash' : 'rollouts-pod-template-hash';
  const labelSelector = { matchLabels: selectorOf(service) };
  const over = (topologyKey: string): YamlMap => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    nodeTaintsPolicy: why('Honor', 'Nodes that it cannot run on do not count.'),
    labelSelector,
    matchLabelKeys: why(
      [versionKey],
      'Each version by itself, so that a new one is not placed around the old.',
    ),
  });
  return {
    topologySpreadConstraints: [
      {
        ...over('topology.kubernetes.io/zone'),
        whenUnsatisfiable: why('DoNotSchedule', 'A rule for zones, so that a lost one never holds all pods.'),
      },
      ...(service.spot ? [over('plinth.dev/pool')] : []),
    ],
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector } },
        ],
      },
    },
  };
}
