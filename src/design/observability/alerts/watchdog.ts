import type { Alert } from '../alert.ts';

export const watchdog: Alert = {
  name: 'Watchdog',
  group: 'watching',
  severity: 'none',
  runbook: 'watchdog',
  rules: () => [
    {
      expr: 'vector(1)',
      for: '0s',
      owner: 'system',
      summary: 'Alerting works',
      description:
        'This alert fires all the time. When it stops arriving, whoever waits for it outside of the cluster wakes somebody: no other alert would arrive either.',
    },
  ],
  cases: () => [{ about: 'Prometheus works', series: {}, at: '5m', fires: [{ labels: {} }] }],
};
