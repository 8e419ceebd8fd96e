import type { Schedule } from '../environment.ts';
import { cron } from './moments.ts';
import { type Interval, week } from './week.ts';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * When databases are backed up, patched and copied, by the hours at which they are on in summer as in winter. RDS does
 * these one at a time and stops nothing meanwhile, so that they lie apart, and well before the end.
 */
export function upkeepOf(on: readonly Interval[], offsets: readonly number[]): Schedule['upkeep'] {
  const inUtc = on.map(({ from, to }) => ({
    from: from - Math.min(...offsets),
    to: to - Math.max(...offsets),
  }));
  const [first] = inUtc as [Interval];
  const last = inUtc.at(-1)!;
  const isLong = last.to - last.from >= 360;
  const maintenance = isLong ? last.to - 90 : last.from + 30;
  const copies = inUtc.flatMap(({ from, to }) => daily(from + (isLong ? 180 : 60), to - 60));
  return {
    backup: `${time(first.from)}-${time(first.from + 30)}`,
    maintenance: `${day(maintenance)}:${time(maintenance)}-${day(maintenance + 30)}:${time(maintenance + 30)}`,
    copy: cron(copies),
  };
}

/** One moment at least. */
function daily(from: number, until: number): number[] {
  const more = Math.max(0, Math.floor((until - from) / 1440));
  return Array.from({ length: more + 1 }, (_, at) => from + at * 1440);
}

function time(moment: number): string {
  const minutes = (moment + 2 * week) % 1440;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function day(moment: number): string {
  return names[Math.floor(((moment + 2 * week) % week) / 1440)]!;
}
