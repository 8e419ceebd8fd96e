import { expect, it } from 'vitest';
import { scheduleOf } from './schedule.ts';
import { withinHours } from './within-hours.ts';

const within = (cron: string, hours: string, timezone = 'UTC') =>
  withinHours(cron, scheduleOf(hours, timezone));

it.each([
  ['leaves what is due while it is on', '30 9 * * 1-5', 'mon-fri 07:00-19:00', '30 9 * * 1-5'],
  ['drops days', '30 9 * * *', 'mon-fri 07:00-19:00', '30 9 * * 1-5'],
  ['drops hours', '0 * * * 1-5', 'mon-fri 07:00-19:00', '0 7-18 * * 1-5'],
  ['drops both', '*/15 * * * *', 'mon-fri 07:00-19:00', '*/15 7-18 * * 1-5'],
  ['drops an hour that is on in part', '*/15 * * * *', 'mon-fri 07:30-19:00', '*/15 8-18 * * 1-5'],
  [
    'drops nothing of an hour that is on when it is due',
    '45 * * * *',
    'mon-fri 07:30-19:00',
    '45 7-18 * * 1-5',
  ],
  ['is nothing where it is due at night', '30 2 * * *', 'mon-fri 07:00-19:00', undefined],
  ['is nothing where it is due as it is stopped', '0 19 * * *', 'mon-fri 07:00-19:00', undefined],
  ['knows names', '0 5,9 * jan sun,mon', 'mon-fri 07:00-19:00', '0 9 * jan 1'],
  ['keeps days of the month', '0 3,9 1 * *', 'mon-fri 07:00-19:00', '0 9 1 * *'],
  ['follows a night', '0 * * * *', 'fri-fri 20:00-02:00', '0 20-23 * * 5'],
  ['goes on through nights', '0 3 * * *', 'mon-fri 07:00-06:00', '0 3 * * 2-6'],
])('%s', (_, cron, hours, expected) => {
  expect(within(cron, hours)).toBe(expected);
});

it('takes hours that are on in summer and in winter', () => {
  expect(within('0 * * * *', 'mon-fri 08:00-18:00', 'Europe/Berlin')).toBe('0 7-15 * * 1-5');
  expect(within('0 * * * *', 'mon-fri 08:00-18:00', 'Asia/Kolkata')).toBe('0 3-12 * * 1-5');
  expect(within('0 1 * * *', 'mon-fri 08:00-18:00', 'Asia/Tokyo')).toBe('0 1 * * 1-5');
  expect(within('0 1 * * *', 'mon-fri 16:00-20:00', 'America/Los_Angeles')).toBe('0 1 * * 2-6');
});

it('leaves everything where it is always on', () => {
  expect(withinHours('0 3 * * *', undefined)).toBe('0 3 * * *');
});
