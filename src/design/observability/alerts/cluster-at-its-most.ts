import type { Alert } from '../alert.ts';
import type { Here } from '../here.ts';

export const clusterAtItsMost: Alert = {
  name: 'ClusterAtItsMost',
  group: 'nodes',
  severity: 'warning',
  runbook: 'cluster-at-its-most',
  rules: (here) => [
    {
      expr: `count(kube_node_info) >= ${mostNodes(here)}`,
      for: '1h',
      owner: 'system',
      summary: 'The cluster may not get any more nodes',
      description: `All ${mostNodes(here)} nodes that the node pools may have run, and have for an hour: what needs room next waits.`,
    },
  ],
  cases(here) {
    const nodes = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`kube_node_info{node="n${at}"}`, '1x100']),
      );
    return [
      { about: 'all nodes run', series: nodes(mostNodes(here)), at: '90m', fires: [{ labels: {} }] },
      { about: 'one more could be had', series: nodes(mostNodes(here) - 1), at: '90m' },
    ];
  },
};

function mostNodes({ environment }: Here): number {
  return (environment.cluster?.nodePools ?? []).reduce((sum, { max }) => sum + max, 0);
}
