import type { Alert } from '../alert.ts';
import { limits } from '../limits.ts';
import { jobs } from '../names.ts';
import { readyOf } from '../samples.ts';

const known = `up{job="${jobs.objects}", instance="a"}`;

export const serviceDown: Alert = {
  name: 'ServiceDown',
  group: 'services',
  severity: 'critical',
  runbook: 'service-down',
  rules: ({ environment }) =>
    environment.services.length === 0
      ? []
      : [
          {
            // a service that has no pods at all has no series either, so what is wanted is the side that stays
            expr: [
              'service:replicas_wanted:count',
              'unless on (namespace, service) (service:replicas_ready:count > 0)',
              `and on () (sum(up{job="${jobs.objects}"}) > 0)`,
            ].join('\n'),
            for: `${limits.down.minutes}m`,
            owner: 'by-owner',
            summary: '{{ $labels.service }} has no ready replica',
            description: `No replica of {{ $labels.service }} in {{ $labels.namespace }} has been ready for ${limits.down.minutes} minutes: whatever calls it fails.`,
          },
        ],
  cases({ environment }) {
    const [down, ...up] = environment.services;
    if (!down) return [];
    const others = Object.fromEntries(up.map((one) => [readyOf(one, 'a'), '1x20']));
    const { name: service, namespace, owner } = down;
    return [
      {
        about: 'the replicas of one service are not ready',
        series: { ...others, [known]: '1x20', [readyOf(down, 'a')]: '0x20', [readyOf(down, 'b')]: '0x20' },
        at: '10m',
        fires: [{ labels: { service, namespace, owner: owner.name } }],
      },
      {
        about: 'one service has no pods at all',
        series: { ...others, [known]: '1x20' },
        at: '10m',
        fires: [{ labels: { service, namespace, owner: owner.name } }],
      },
      {
        about: 'every service has a ready replica',
        series: { ...others, [known]: '1x20', [readyOf(down, 'a')]: '0x20', [readyOf(down, 'b')]: '1x20' },
        at: '10m',
      },
      { about: 'nothing is known of the cluster', series: { [known]: '0x20' }, at: '10m' },
    ];
  },
};
