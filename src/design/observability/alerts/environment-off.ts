import type { Alert } from '../alert.ts';
import { askedOf, askedOfLate, isSilentAtTimes } from '../office-hours.ts';

/** Tells nobody: it silences what follows from it, whenever that is, and only as long as it lasts. */
export const environmentOff: Alert = {
  name: 'EnvironmentOff',
  group: 'watching',
  severity: 'none',
  runbook: 'office-hours-missed',
  rules: (here) =>
    isSilentAtTimes(here)
      ? [
          {
            expr: `${askedOfLate(here)} == 0`,
            for: '0s',
            owner: 'system',
            summary: 'All services are off',
            description:
              'No service is asked to have a replica, as it is outside of office hours: alerts that follow from that reach nobody until they have been on for a quarter of an hour.',
          },
        ]
      : [],
  cases({ environment }) {
    const [first, ...others] = environment.services;
    if (!first) return [];
    const on = Object.fromEntries(others.map((one) => [askedOf(one), '2x60']));
    const off = Object.fromEntries(others.map((one) => [askedOf(one), '2x9 0x50']));
    return [
      {
        about: 'every service was brought to nothing',
        series: { ...off, [askedOf(first)]: '2x9 0x50' },
        at: '30m',
        fires: [{ labels: {} }],
      },
      {
        about: 'services were started a moment ago',
        series: { ...off, [askedOf(first)]: '0x25 2x30' },
        at: '30m',
        fires: [{ labels: {} }],
      },
      {
        about: 'services have been on for a while',
        series: { ...on, [askedOf(first)]: '0x9 2x50' },
        at: '40m',
      },
    ];
  },
};
