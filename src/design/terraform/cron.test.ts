import { expect, it } from 'vitest';
import { eventBridgeCron } from './cron.ts';

it.each([
  ['0 3 * * *', 'cron(0 3 * * ? *)'],
  ['0 3 1 * *', 'cron(0 3 1 * ? *)'],
  ['*/15 * * * 1-5', 'cron(*/15 * ? * MON-FRI *)'],
  ['0 3 * * sun', 'cron(0 3 ? * SUN *)'],
  ['0 3 * * */2', 'cron(0 3 ? * SUN,TUE,THU,SAT *)'],
])('cron %s is %s', (cron, expected) => {
  expect(eventBridgeCron(cron)).toBe(expected);
});
