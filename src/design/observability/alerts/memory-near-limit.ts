import type { Alert } from '../alert.ts';
import { sampleContainer, seriesOfContainer } from '../containers.ts';

export const memoryNearLimit: Alert = {
  name: 'MemoryNearLimit',
  group: 'services',
  severity: 'warning',
  runbook: 'memory-near-limit',
  rules: () => [
    {
      expr: 'container:memory:limit_ratio > 0.92',
      for: '15m',
      owner: 'by-namespace',
      summary: '{{ $labels.container }} in {{ $labels.namespace }} is about to run out of memory',
      description:
        'A container {{ $labels.container }} in {{ $labels.namespace }} has used more than 92 % of its limit of memory for a quarter of an hour; above it, it is killed.',
    },
  ],
  cases(here) {
    const labels = sampleContainer(here);
    const used = seriesOfContainer('container_memory_working_set_bytes', labels);
    const limit = seriesOfContainer('kube_pod_container_resource_limits', labels, ', resource="memory"');
    return [
      {
        about: 'nearly all of the limit is used',
        series: { [used]: '95x30', [limit]: '100x30' },
        at: '20m',
        fires: [{ labels }],
      },
      { about: 'most of the limit is used', series: { [used]: '80x30', [limit]: '100x30' }, at: '20m' },
    ];
  },
};
