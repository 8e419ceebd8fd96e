import type { Alert } from '../alert.ts';

const at = '{instance="10.0.0.1:9100", mountpoint="/", fstype="xfs"}';

export const nodeDiskFillsUp: Alert = {
  name: 'NodeDiskFillsUp',
  group: 'nodes',
  severity: 'warning',
  runbook: 'node-disk-fills-up',
  rules: () => [
    {
      expr: 'node:disk:used_ratio > 0.85',
      for: '15m',
      owner: 'system',
      summary: 'The disk of node {{ $labels.instance }} is nearly full',
      description:
        'More than 85 % of {{ $labels.mountpoint }} on {{ $labels.instance }} is used: the kubelet is about to remove images and evict pods.',
    },
  ],
  cases: () => {
    const series = (free: number) => ({
      [`node_filesystem_avail_bytes${at}`]: `${free}x30`,
      [`node_filesystem_size_bytes${at}`]: '100x30',
    });
    return [
      {
        about: 'a tenth is free',
        series: series(10),
        at: '20m',
        fires: [{ labels: { instance: '10.0.0.1:9100', mountpoint: '/' } }],
      },
      { about: 'half is free', series: series(50), at: '20m' },
    ];
  },
};
