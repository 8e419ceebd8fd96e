import type { Schedule } from '../../environment.ts';
import { offsetsOf } from '../../resolve/offsets.ts';
import { intervalsOf, week } from '../../resolve/week.ts';

/**
 * An expression that counts only while an environment is on, and is 0 otherwise. CloudWatch knows the time in UTC
 * alone, so that an hour in which summer or winter would be off counts as off.
 * Source: docs.aws.amazon.com, Using metric math: DAY, which is 1 on Monday, HOUR and MINUTE.
 * @param expression of the metric `m`
 * @param grace minutes after the start in which what went before is no news
 */
export function inHours(schedule: Schedule | undefined, expression: string, grace: number): string {
  if (schedule === undefined) return expression;
  const offsets = offsetsOf(schedule.timezone);
  const now = '(1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m))';
  const on = intervalsOf(schedule.text)
    .map(({ from, to }) => ({
      from: Math.max(...offsets.map((offset) => from - offset)) + grace,
      to: Math.min(...offsets.map((offset) => to - offset)),
    }))
    .filter(({ from, to }) => from < to)
    .flatMap(({ from, to }) => withinWeek(from, to))
    // the first day is 1
    .map(({ from, to }) => `(${now} >= ${from + 1440} AND ${now} < ${to + 1440})`);
  return on.length === 0 ? expression : `IF(${on.join(' OR ')}, ${expression}, 0)`;
}

/** Minutes as they are counted within a week, in two parts where they go over its end. */
function withinWeek(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  const begin = (from + 2 * week) % week;
  const end = begin + to - from;
  return end <= week
    ? [{ from: begin, to: end }]
    : [
        { from: begin, to: week },
        { from: 0, to: end - week },
      ];
}
