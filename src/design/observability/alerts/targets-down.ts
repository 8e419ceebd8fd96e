import type { Alert } from '../alert.ts';

export const targetsDown: Alert = {
  name: 'TargetsDown',
  group: 'watching',
  severity: 'warning',
  runbook: 'targets-down',
  rules: () => [
    {
      expr: 'count by (namespace, job) (up == 0) / count by (namespace, job) (up) > 0.1',
      for: '15m',
      owner: 'by-namespace',
      summary: 'Metrics of {{ $labels.job }} do not arrive',
      description:
        'More than a tenth of the targets of {{ $labels.job }} in {{ $labels.namespace }} cannot be scraped: alerts on their metrics see only part of the truth.',
    },
  ],
  cases() {
    const up = (instance: string) =>
      `up{namespace="monitoring", job="node-exporter", instance="${instance}"}`;
    return [
      {
        about: 'one of two is down',
        series: { [up('a')]: '1x30', [up('b')]: '0x30' },
        at: '20m',
        fires: [{ labels: { namespace: 'monitoring', job: 'node-exporter' } }],
      },
      {
        about: 'one was replaced',
        series: { [up('a')]: '1x30', [up('b')]: '0x5', [up('c')]: '_x5 1x25' },
        at: '20m',
      },
    ];
  },
};
