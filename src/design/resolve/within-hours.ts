import { cronFields } from '../../blueprint/cron-fields.ts';
import type { Schedule } from '../environment.ts';
import { ranges } from './moments.ts';
import { offsetsOf } from './offsets.ts';
import { intervalsOf, week } from './week.ts';

/**
 * Those times of a job in UTC at which its environment is on, as five cron fields: what it needs is away at others.
 * `undefined` where there are none.
 */
export function withinHours(cron: string, schedule: Schedule | undefined): string | undefined {
  if (!schedule) return cron;
  const { written, minutes, hours, weekdays } = cronFields(cron);
  const [minute, , date, month, weekday] = written;
  const isOn = lookup(schedule);
  const daysAt = (hour: number) =>
    [...weekdays].filter((day) => [...minutes].every((one) => isOn(day, hour * 60 + one)));
  const byHour = new Map([...hours].map((hour) => [hour, daysAt(hour)] as const));
  const usable = [...byHour].filter(([, days]) => days.length > 0);
  if (usable.length === 0) return undefined;
  // a day of the month is on some weekday or other, and cron has no word for "and" between the two
  if (!date.startsWith('*'))
    return join(
      minute,
      usable.map(([hour]) => hour),
      hours,
      written,
    );
  const best = usable
    .map(([, days]) => ({
      days,
      hours: usable.filter(([, there]) => days.every((day) => there.includes(day))).map(([hour]) => hour),
    }))
    .reduce((a, b) => (b.days.length * b.hours.length > a.days.length * a.hours.length ? b : a));
  const sameDays = best.days.length === weekdays.size;
  return [
    minute,
    best.hours.length === hours.size ? written[1] : ranges(sorted(best.hours)),
    date,
    month,
    sameDays ? weekday : ranges(sorted(best.days)),
  ].join(' ');
}

function join(
  minute: string,
  kept: readonly number[],
  all: ReadonlySet<number>,
  [, hour, date, month, weekday]: ReturnType<typeof cronFields>['written'],
): string {
  return [minute, kept.length === all.size ? hour : ranges(sorted(kept)), date, month, weekday].join(' ');
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Whether it is on at a minute of a day in UTC, from Sunday, in summer as in winter. */
function lookup({ text, timezone }: Schedule): (day: number, minute: number) => boolean {
  const on = intervalsOf(text);
  const offsets = offsetsOf(timezone);
  return (day, minute) =>
    offsets.every((offset) => {
      const local = ((day + 6) % 7) * 1440 + minute + offset;
      return on.some(({ from, to }) =>
        [-week, 0, week].some((turn) => local + turn >= from && local + turn < to),
      );
    });
}
