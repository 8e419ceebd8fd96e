import type { Alert } from '../alert.ts';
import { sampleContainer, seriesOfContainer } from '../containers.ts';
import { limits } from '../limits.ts';

const { beyond, minutes } = limits.restarts;

export const containersRestart: Alert = {
  name: 'ContainersRestart',
  group: 'services',
  severity: 'warning',
  runbook: 'containers-restart',
  rules: () => [
    {
      expr: `sum by (namespace, container) (increase(kube_pod_container_status_restarts_total[${minutes}m])) > ${beyond}`,
      for: '5m',
      owner: 'by-namespace',
      summary: '{{ $labels.container }} in {{ $labels.namespace }} is restarted again and again',
      description: `Containers {{ $labels.container }} in {{ $labels.namespace }} have been restarted more than ${beyond} times in ${minutes} minutes.`,
    },
  ],
  cases(here) {
    const labels = sampleContainer(here);
    const series = seriesOfContainer('kube_pod_container_status_restarts_total', labels);
    return [
      {
        about: 'a container is restarted every two minutes',
        series: { [series]: '0 0 1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8 9 9 10 10 11 11 12 12 13 13 14 14' },
        at: '25m',
        fires: [{ labels }],
      },
      { about: 'a container was restarted once', series: { [series]: '0x10 1x20' }, at: '25m' },
    ];
  },
};
