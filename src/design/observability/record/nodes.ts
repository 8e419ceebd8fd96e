import type { Recorded } from '../alert.ts';

const real = 'fstype!~"tmpfs|overlay|squashfs|ramfs", mountpoint!~"/(?:run|boot|var/lib/kubelet/pods).*"';

/** Use, saturation and errors of nodes. */
export const nodeRecords: readonly Recorded[] = [
  {
    record: 'node:cpu:used_ratio',
    expr: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
  },
  {
    record: 'node:cpu:load_ratio',
    expr: 'max by (instance) (node_load1) / count by (instance) (node_cpu_seconds_total{mode="idle"})',
  },
  {
    record: 'node:memory:used_ratio',
    expr: '1 - max by (instance) (node_memory_MemAvailable_bytes) / max by (instance) (node_memory_MemTotal_bytes)',
  },
  {
    record: 'node:disk:used_ratio',
    expr: `max by (instance, mountpoint) (1 - node_filesystem_avail_bytes{${real}} / node_filesystem_size_bytes{${real}})`,
  },
  {
    record: 'node:disk:busy_ratio',
    expr: 'max by (instance) (rate(node_disk_io_time_seconds_total[5m]))',
  },
  {
    record: 'node:network:errors_rate5m',
    expr: 'sum by (instance) (rate(node_network_receive_errs_total[5m]) + rate(node_network_transmit_errs_total[5m]))',
  },
];
