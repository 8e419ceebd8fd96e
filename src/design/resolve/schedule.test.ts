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
});
