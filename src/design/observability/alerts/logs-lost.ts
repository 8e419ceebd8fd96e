import type { Alert } from '../alert.ts';

const at = '{namespace="monitoring", job="fluent-bit", pod="fluent-bit-a", name="cloudwatch"}';
const dropped = 'fluentbit_output_dropped_records_total';

export const logsLost: Alert = {
  name: 'LogsLost',
  group: 'watching',
  severity: 'warning',
  runbook: 'logs-lost',
  rules: () => [
    {
      expr: `sum(increase(${dropped}[15m])) > 100`,
      for: '15m',
      owner: 'system',
      summary: 'Logs are lost',
      description:
        'Fluent Bit has given up on more than a hundred records in a quarter of an hour: CloudWatch refuses them, or cannot be reached.',
    },
  ],
  cases: () => [
    {
      about: 'records are dropped all the time',
      series: { [`${dropped}${at}`]: '0+50x60' },
      at: '40m',
      fires: [{ labels: {} }],
    },
    { about: 'a few were dropped once', series: { [`${dropped}${at}`]: '0x10 20x50' }, at: '40m' },
  ],
};
