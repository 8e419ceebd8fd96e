import type { Alert } from '../alert.ts';

const ready = (node: string) =>
  `kube_node_status_condition{node="${node}", condition="Ready", status="true"}`;

export const nodeNotReady: Alert = {
  name: 'NodeNotReady',
  group: 'nodes',
  severity: 'warning',
  runbook: 'node-not-ready',
  rules: () => [
    {
      expr: 'max by (node) (kube_node_status_condition{condition="Ready", status="true"}) == 0',
      for: '15m',
      owner: 'system',
      summary: 'Node {{ $labels.node }} is not ready',
      description:
        'Node {{ $labels.node }} has not been ready for a quarter of an hour, although one that is lost should have been replaced by now.',
    },
  ],
  cases: () => [
    {
      about: 'a node is not ready',
      series: { [ready('a')]: '0x30', [ready('b')]: '1x30' },
      at: '20m',
      fires: [{ labels: { node: 'a' } }],
    },
    { about: 'a node went away', series: { [ready('a')]: '0x5', [ready('b')]: '1x30' }, at: '20m' },
  ],
};
