import { describe, expect, it } from 'vitest';
import { scheduleOf } from './schedule.ts';

const timesOf = (text: string) => {
  const { start, stop, databases, hours, databaseHours } = scheduleOf(text, 'UTC')!;
  return { start, stop, databases, hours, databaseHours };
};

describe('scheduleOf', () => {
  it('starts databases before what connects to them, and stops them after it', () => {
    expect(timesOf('mon-fri 07:00-19:00')).toEqual({
      start: '0 7 * * 1-5',
      stop: '0 19 * * 1-5',
      databases: { start: '40 6 * * 1-5', stop: '10 19 * * 1-5' },
      hours: 60,
      databaseHours: 62.5,
    });
  });

  it.each([
    ['ends on the next day past midnight', 'fri-sun 20:00-02:30', '0 20 * * 0,5,6', '30 2 * * 0,1,6'],
    [
      'begins a day earlier where that is before midnight',
      'mon-wed 00:10-12:00',
      '10 0 * * 1-3',
      '0 12 * * 1-3',
    ],
    ['goes on through nights that are too short to stop', 'mon-fri 07:00-06:00', '0 7 * * 1', '0 6 * * 6'],
    ['goes on over the end of the week', 'sat-mon 06:00-06:00', '0 6 * * 6', '0 6 * * 2'],
    ['is on daily', 'mon-sun 08:00-18:00', '0 8 * * *', '0 18 * * *'],
  ])('%s', (_, text, start, stop) => {
    expect(timesOf(text)).toMatchObject({ start, stop });
  });

  it('moves databases over midnight', () => {
    expect(timesOf('mon-wed 00:10-23:55').databases).toEqual({ start: '50 23 * * 0', stop: '5 0 * * 4' });
    expect(timesOf('mon-wed 00:10-12:00').databases.start).toBe('50 23 * * 0-2');
  });

  it.each(['mon-sun 00:00-00:00', 'mon-sun 07:00-06:00', 'tue-mon 12:00-12:00'])(
    'is nothing where %s never ends',
    (text) => expect(scheduleOf(text, 'UTC')).toBeUndefined(),
  );

  it('counts the hours of what goes on', () => {
    expect(scheduleOf('mon-fri 07:00-06:00', 'UTC')!.hours).toBe(4 * 24 + 23);
  });

  it.each([
    ['mon-fri 07:00-19:00', 'UTC', '07:00-07:30', 'fri:17:30-fri:18:00', '0 10 * * 1-5'],
    // 06:00 or 05:00 in UTC, to 16:00 or 15:00
    ['mon-fri 07:00-17:00', 'Europe/Berlin', '06:00-06:30', 'fri:13:30-fri:14:00', '0 9 * * 1-5'],
    ['mon-fri 09:00-17:00', 'Asia/Tokyo', '00:00-00:30', 'fri:06:30-fri:07:00', '0 3 * * 1-5'],
    ['mon-mon 09:00-11:00', 'UTC', '09:00-09:30', 'mon:09:30-mon:10:00', '0 10 * * 1'],
    ['mon-fri 07:00-06:00', 'UTC', '07:00-07:30', 'sat:04:30-sat:05:00', '0 10 * * 1-5'],
  ])('looks after databases while they are on: %s in %s', (text, timezone, backup, maintenance, copy) => {
    expect(scheduleOf(text, timezone)!.upkeep).toEqual({ backup, maintenance, copy });
  });
});
