import type { Alert } from '../alert.ts';
import { sampleContainer, seriesOfContainer } from '../containers.ts';

export const outOfMemory: Alert = {
  name: 'OutOfMemory',
  group: 'services',
  severity: 'warning',
  runbook: 'out-of-memory',
  rules: () => [
    {
      expr: [
        'max by (namespace, container) (',
        '  kube_pod_container_status_last_terminated_reason{reason="OOMKilled"}',
        '  and on (namespace, pod, container) increase(kube_pod_container_status_restarts_total[30m]) > 0',
        ') > 0',
      ].join('\n'),
      for: '1m',
      owner: 'by-namespace',
      summary: '{{ $labels.container }} in {{ $labels.namespace }} ran out of memory',
      description:
        'A container {{ $labels.container }} in {{ $labels.namespace }} wanted more memory than its limit and was killed within the last half an hour.',
    },
  ],
  cases(here) {
    const labels = sampleContainer(here);
    const reason = seriesOfContainer(
      'kube_pod_container_status_last_terminated_reason',
      labels,
      ', reason="OOMKilled"',
    );
    const restarts = seriesOfContainer('kube_pod_container_status_restarts_total', labels);
    return [
      {
        about: 'a container was killed for its memory',
        series: { [reason]: '_x5 1x20', [restarts]: '0x5 1x20' },
        at: '10m',
        fires: [{ labels }],
      },
      {
        about: 'it was killed for that long ago',
        series: { [reason]: '1x60', [restarts]: '1x60' },
        at: '50m',
      },
    ];
  },
};
