import { expect, it } from 'vitest';
import { hoursBetween } from './schedule-interval.ts';
import { seconds } from './targets.ts';

it.each([
  ['cron(0 2 * * ? *)', 24],
  ['0 2 * * *', 24],
  ['0 */6 * * *', 6],
  ['0 * * * *', 1],
  ['0 2,14 * * *', 12],
  ['0 1,5 * * *', 20],
  ['cron(0 5 ? * SUN *)', 168],
  ['rate(12 hours)', 12],
  ['rate(1 day)', 24],
  ['@every 30m', 0.5],
  ['@daily', 24],
  ['0 3 1 * *', undefined],
  ['', undefined],
  ['whenever', undefined],
])('%s leaves %s hours at most', (schedule, hours) => {
  expect(hoursBetween(schedule)).toBe(hours);
});

it.each([
  ['5m', 300],
  ['1h30m', 5400],
  ['1d', 86_400],
  ['soon', undefined],
])('%s is %s seconds', (text, value) => {
  expect(seconds(text)).toBe(value);
});
