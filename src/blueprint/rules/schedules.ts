import type { Blueprint } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';
import { cronFields, cronWords } from '../cron-fields.ts';

// what runs CronJobs knows no weekday 7. Source: github.com/robfig/cron, bounds of fields
const fields = [
  { called: 'minute', least: 0, most: 59, words: [] },
  { called: 'hour', least: 0, most: 23, words: [] },
  { called: 'day of the month', least: 1, most: 31, words: [] },
  { called: 'month', least: 1, most: 12, words: cronWords.month },
  { called: 'weekday', least: 0, most: 6, words: cronWords.day },
] as const;
/** The most days that each month has. */
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Schedules that no clock knows, or that are never due. */
export function checkSchedules({ jobs, functions }: Blueprint): Complaint[] {
  const all = [
    ...jobs.map(({ name, schedule }) => ({ path: ['jobs', name, 'schedule'], schedule })),
    ...functions.map(({ name, on }) => ({
      path: ['functions', name, 'on', 'schedule'],
      schedule: on.schedule,
    })),
  ];
  return all.flatMap(({ path, schedule }) => {
    const wrong = schedule === undefined ? undefined : faultOf(schedule);
    return wrong === undefined ? [] : [{ path, message: wrong }];
  });
}

function faultOf(schedule: string): string | undefined {
  const written = schedule.trim().toLowerCase().split(/\s+/);
  for (const [at, { called, least, most, words }] of fields.entries()) {
    const named = words.reduce<string>(
      (text, word, index) => text.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), String(index + least)),
      written[at]!,
    );
    if (!named.split(',').every((part) => isPart(part, least, most)))
      return `${written[at]} is no ${called} of a schedule: numbers are from ${least} to ${most}, with * , - and / as cron writes them`;
  }
  const { dates, months } = cronFields(schedule);
  const [, , date, , weekday] = written as [string, string, string, string, string];
  const isDue = [...months].some((month) => [...dates].some((day) => day <= daysOf[month - 1]!));
  return isDue || (!weekday.startsWith('*') && !date.startsWith('*'))
    ? undefined
    : `${schedule} is never due: no such month has that day`;
}

function isPart(part: string, least: number, most: number): boolean {
  const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
  if (!found) return false;
  const [from, to, step] = found.slice(1).map((text) => (text === undefined ? undefined : Number(text)));
  const isWithin = [from, to].every((one) => one === undefined || (one >= least && one <= most));
  return isWithin && step !== 0 && (from === undefined || to === undefined || from <= to);
}
