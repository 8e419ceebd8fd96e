import type { YamlMap } from '../yaml/yaml.ts';

/** Nodes on demand that hold nothing but what the cluster itself needs. */
export const onSystemNodes = {
  nodeSelector: { 'plinth.dev/pool': 'system' },
  tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }],
} as const satisfies YamlMap;

/** What every node has, whatever keeps others away. */
export const onEveryNode = [{ operator: 'Exists' }] as const;

/** For what workloads cannot do without. */
export const critical = { priorityClassName: 'system-cluster-critical' } as const;

/** Memory is limited to what is requested, so that a node never has to choose; processors are not limited. */
export function resources(cpu: string, memory: string): YamlMap {
  return { requests: { cpu, memory }, limits: { memory } };
}

/** Replicas in different zones where there is room. */
export function spread(labels: Readonly<Record<string, string>>): YamlMap[] {
  return [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: labels },
    },
  ];
}
