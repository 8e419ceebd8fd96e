import type { Alert } from '../alert.ts';
import { sampleContainer, seriesOfContainer } from '../containers.ts';
import { limits, percent } from '../limits.ts';

const { beyond, minutes } = limits.memoryNear;

export const memoryNearLimit: Alert = {
  name: 'MemoryNearLimit',
  group: 'services',
  severity: 'warning',
  runbook: 'memory-near-limit',
  rules: () => [
    {
      expr: `container:memory:limit_ratio > ${beyond}`,
      for: `${minutes}m`,
      owner: 'by-namespace',
      summary: '{{ $labels.container }} in {{ $labels.namespace }} is about to run out of memory',
      description: `A container {{ $labels.container }} in {{ $labels.namespace }} has used more than ${percent(beyond)} % of its limit of memory for ${minutes} minutes; above it, it is killed.`,
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
