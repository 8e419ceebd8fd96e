import type { Schedule } from '../environment.ts';
import { cron } from './moments.ts';
import { offsetsOf } from './offsets.ts';
import { upkeepOf } from './upkeep.ts';
import { type Interval, intervalsOf } from './week.ts';

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
    upkeep: upkeepOf(on, offsetsOf(timezone)),
    hours: hoursOf(on),
    databaseHours: hoursOf(withData),
  };
}

function hoursOf(intervals: readonly Interval[]): number {
  return Math.round(intervals.reduce((sum, { from, to }) => sum + to - from, 0) / 6) / 10;
}
