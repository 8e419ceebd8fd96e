import type { Alert } from '../alert.ts';
import { sampleContainer } from '../containers.ts';

export const podsFindNoNode: Alert = {
  name: 'PodsFindNoNode',
  group: 'nodes',
  severity: 'warning',
  runbook: 'pods-find-no-node',
  rules: () => [
    {
      expr: 'sum by (namespace) (kube_pod_status_unschedulable) > 0',
      for: '15m',
      owner: 'by-namespace',
      summary: 'Pods in {{ $labels.namespace }} find no node to run on',
      description:
        'Pods in {{ $labels.namespace }} have been unschedulable for a quarter of an hour; a new node is there in a few minutes when one can be had.',
    },
  ],
  cases(here) {
    const { namespace, container } = sampleContainer(here);
    const series = `kube_pod_status_unschedulable{namespace="${namespace}", pod="${container}-a"}`;
    return [
      {
        about: 'a pod is not scheduled',
        series: { [series]: '1x30' },
        at: '20m',
        fires: [{ labels: { namespace } }],
      },
      { about: 'a pod waited for a new node', series: { [series]: '1x5' }, at: '20m' },
    ];
  },
};
