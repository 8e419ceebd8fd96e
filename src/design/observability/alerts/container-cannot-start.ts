import type { Alert } from '../alert.ts';
import { sampleContainer, seriesOfContainer } from '../containers.ts';

const reasons =
  'CrashLoopBackOff|ImagePullBackOff|ErrImagePull|InvalidImageName|CreateContainerConfigError|CreateContainerError|RunContainerError';

export const containerCannotStart: Alert = {
  name: 'ContainerCannotStart',
  group: 'services',
  severity: 'warning',
  runbook: 'container-cannot-start',
  rules: () => [
    {
      expr: `max by (namespace, container, reason) (max_over_time(kube_pod_container_status_waiting_reason{reason=~"${reasons}"}[5m])) > 0`,
      for: '15m',
      owner: 'by-namespace',
      summary: '{{ $labels.container }} in {{ $labels.namespace }} does not start: {{ $labels.reason }}',
      description:
        'A container {{ $labels.container }} in {{ $labels.namespace }} has waited for a quarter of an hour with {{ $labels.reason }}: a release does not come through, or a lost replica does not come back.',
    },
  ],
  cases(here) {
    const labels = sampleContainer(here);
    const waits = (reason: string) =>
      seriesOfContainer('kube_pod_container_status_waiting_reason', labels, `, reason="${reason}"`);
    return [
      {
        about: 'the image cannot be pulled',
        series: { [waits('ImagePullBackOff')]: '1x30' },
        at: '20m',
        fires: [{ labels: { ...labels, reason: 'ImagePullBackOff' } }],
      },
      { about: 'it is being created', series: { [waits('ContainerCreating')]: '1x30' }, at: '20m' },
    ];
  },
};
