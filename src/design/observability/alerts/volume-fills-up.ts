import type { Alert } from '../alert.ts';

const volume = 'persistentvolumeclaim="prometheus-a", namespace="monitoring"';

export const volumeFillsUp: Alert = {
  name: 'VolumeFillsUp',
  group: 'nodes',
  severity: 'warning',
  runbook: 'volume-fills-up',
  rules: () => [
    {
      expr: 'min by (namespace, persistentvolumeclaim) (kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes) < 0.1',
      for: '15m',
      owner: 'by-namespace',
      summary: 'Volume {{ $labels.persistentvolumeclaim }} is nearly full',
      description:
        'Less than a tenth of volume {{ $labels.persistentvolumeclaim }} in {{ $labels.namespace }} is free; when nothing is, what writes to it stops.',
    },
  ],
  cases: () => [
    {
      about: 'a twentieth is free',
      series: {
        [`kubelet_volume_stats_available_bytes{${volume}}`]: '5x30',
        [`kubelet_volume_stats_capacity_bytes{${volume}}`]: '100x30',
      },
      at: '20m',
      fires: [{ labels: { namespace: 'monitoring', persistentvolumeclaim: 'prometheus-a' } }],
    },
    {
      about: 'a fifth is free',
      series: {
        [`kubelet_volume_stats_available_bytes{${volume}}`]: '20x30',
        [`kubelet_volume_stats_capacity_bytes{${volume}}`]: '100x30',
      },
      at: '20m',
    },
  ],
};
