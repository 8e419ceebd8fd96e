import type { Schedule } from '../environment.ts';
import { type Interval, intervalsOf, week } from './week.ts';

/** Minutes that a database needs to start, and that what connects to it needs to stop. */
const lead = 20;
const lag = 10;

/** `mon-fri 07:00-19:00` as times at which something is started and stopped; `undefined` where it is always on. */
export function scheduleOf(text: string, timezone: string): Schedule | undefined {
  const on = intervalsOf(text);
  if (on.length === 0) return undefined;
  const withData = on.map(({ from, to }) => ({ from: from - lead, to: to + lag }));
  return {
    text,
    timezone,
    start: cron(on.map(({ from }) => from)),
    stop: cron(on.map(({ to }) => to)),
    databases: {
      start: cron(withData.map(({ from }) => from)),
      stop: cron(withData.map(({ to }) => to)),
    },
    hours: hoursOf(on),
    databaseHours: hoursOf(withData),
  };
}

function hoursOf(intervals: readonly Interval[]): number {
  return Math.round(intervals.reduce((sum, { from, to }) => sum + to - from, 0) / 6) / 10;
}

/** Moments of the week that are all at one time of the day. Cron counts days from Sunday, 0. */
function cron(moments: readonly number[]): string {
  const all = moments.map((moment) => (moment + week) % week);
  const days = [...new Set(all.map((moment) => (Math.floor(moment / 1440) + 1) % 7))].sort();
  const time = all[0]! % 1440;
  return `${time % 60} ${Math.floor(time / 60)} * * ${days.length === 7 ? '*' : ranges(days)}`;
}

/** `1-5` for `[1, 2, 3, 4, 5]`. */
export function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const one of numbers) {
    const run = runs.at(-1);
    if (run && one === run[1] + 1) run[1] = one;
    else runs.push([one, one]);
  }
  return runs
    .map(([first, last]) =>
      last > first + 1 ? `${first}-${last}` : first === last ? first : `${first},${last}`,
    )
    .join(',');
}
