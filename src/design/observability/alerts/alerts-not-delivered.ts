import type { Alert } from '../alert.ts';

const sent = (name: string) => `alertmanager_${name}{integration="slack", pod="alertmanager-0"}`;

export const alertsNotDelivered: Alert = {
  name: 'AlertsNotDelivered',
  group: 'watching',
  severity: 'critical',
  runbook: 'alerts-not-delivered',
  rules: () => [
    {
      expr: [
        'sum by (integration) (rate(alertmanager_notifications_failed_total[15m]))',
        '/ sum by (integration) (rate(alertmanager_notifications_total[15m])) > 0.05',
      ].join('\n'),
      for: '10m',
      owner: 'system',
      summary: 'Alerts do not arrive through {{ $labels.integration }}',
      description:
        'Alertmanager fails to send more than five in a hundred notifications through {{ $labels.integration }}: people are not told what goes wrong.',
    },
  ],
  cases: () => [
    {
      about: 'every second notification is refused',
      series: {
        [sent('notifications_total')]: '0+10x40',
        [sent('notifications_failed_total')]: '0+5x40',
      },
      at: '30m',
      fires: [{ labels: { integration: 'slack' } }],
    },
    {
      about: 'a single one was refused',
      series: {
        [sent('notifications_total')]: '0+10x40',
        [sent('notifications_failed_total')]: '0x10 1x30',
      },
      at: '30m',
    },
  ],
};
