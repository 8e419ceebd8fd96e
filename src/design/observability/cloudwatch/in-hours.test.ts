import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../../resolve/schedule.ts';
import { inHours } from './in-hours.ts';

/** What the expression says at a minute of a week in UTC, which begins on Monday. */
function isOn(expression: string, minute: number): boolean {
  const script = expression
    .replaceAll('DAY(m)', String(Math.floor(minute / 1440) + 1))
    .replaceAll('HOUR(m)', String(Math.floor((minute % 1440) / 60)))
    .replaceAll('MINUTE(m)', String(minute % 60))
    .replace(/^IF\((.*), m, 0\)$/, '$1')
    .replaceAll(' AND ', ' && ')
    .replaceAll(' OR ', ' || ');
  if (!/^[\d+*<>=&|() ]+$/.test(script)) throw new Error(script);
  return new Function(`return ${script}`)() as boolean;
}

const at = (day: number, time: string) => day * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('an expression that counts in office hours', () => {
  it('is as it was where there are none', () => {
    expect(inHours(undefined, 'm', 15)).toBe('m');
  });

  it.each([
    // day in UTC, time in UTC, whether it counts
    [
      'mon-fri 07:00-19:00',
      'UTC',
      [
        [0, '07:14', false],
        [0, '07:15', true],
        [4, '18:59', true],
        [4, '19:00', false],
        [5, '12:00', false],
      ],
    ],
    // an hour before UTC in winter, two in summer: 06:00-18:00, and 05:00-17:00
    [
      'mon-fri 07:00-19:00',
      'Europe/Berlin',
      [
        [0, '06:14', false],
        [0, '06:15', true],
        [0, '16:59', true],
        [0, '17:00', false],
        [6, '12:00', false],
      ],
    ],
    // on Monday evening it is Tuesday in UTC; eight hours behind in winter, seven in summer
    [
      'mon-fri 07:00-19:00',
      'America/Los_Angeles',
      [
        [0, '15:14', false],
        [0, '15:15', true],
        [1, '01:59', true],
        [1, '02:00', false],
        [5, '01:00', true],
      ],
    ],
    [
      'sat-sun 20:00-23:00',
      'America/Los_Angeles',
      [
        [6, '04:15', true],
        [0, '05:59', true],
        [0, '06:00', false],
        [1, '05:00', false],
      ],
    ],
  ] as const)('%s in %s', (text, timezone, moments) => {
    const expression = inHours(scheduleOf(text, timezone), 'm', 15);
    for (const [day, time, on] of moments) expect(isOn(expression, at(day, time)), `${day} ${time}`).toBe(on);
    // CloudWatch takes no longer ones
    expect(expression.length).toBeLessThan(1900);
  });
});
