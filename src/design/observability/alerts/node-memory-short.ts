import type { Alert } from '../alert.ts';

const at = '{instance="10.0.0.1:9100"}';

export const nodeMemoryShort: Alert = {
  name: 'NodeMemoryShort',
  group: 'nodes',
  severity: 'warning',
  runbook: 'node-memory-short',
  rules: () => [
    {
      expr: 'node:memory:used_ratio > 0.95',
      for: '15m',
      owner: 'system',
      summary: 'Node {{ $labels.instance }} has hardly any memory left',
      description:
        'More than 95 % of the memory of {{ $labels.instance }} has been used for a quarter of an hour: pods are evicted or killed, the largest beyond their requests first.',
    },
  ],
  cases: () => {
    const series = (free: number) => ({
      [`node_memory_MemAvailable_bytes${at}`]: `${free}x30`,
      [`node_memory_MemTotal_bytes${at}`]: '100x30',
    });
    return [
      {
        about: 'three percent are left',
        series: series(3),
        at: '20m',
        fires: [{ labels: { instance: '10.0.0.1:9100' } }],
      },
      { about: 'a fifth is left', series: series(20), at: '20m' },
    ];
  },
};
