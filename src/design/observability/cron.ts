import { cronFields } from '../../blueprint/cron-fields.ts';

const minutesADay = 1440;

/** The longest time in seconds between two starts of a schedule of five cron fields, over four years. */
export function longestGap(cron: string): number {
  const { written, minutes, hours, dates, months, weekdays } = cronFields(cron);
  const [, , date, , weekday] = written;
  const times = [...hours].flatMap((h) => [...minutes].map((m) => h * 60 + m)).sort((a, b) => a - b);
  // of the two fields of days, either is enough where both are restricted
  const runs = (day: Date) => {
    const byDate = dates.has(day.getUTCDate());
    const byWeekday = weekdays.has(day.getUTCDay());
    if (!months.has(day.getUTCMonth() + 1)) return false;
    return date.startsWith('*') || weekday.startsWith('*') ? byDate && byWeekday : byDate || byWeekday;
  };
  let last: number | undefined;
  let longest = 0;
  for (let at = 0; at < 4 * 366; at++) {
    if (!runs(new Date(Date.UTC(2024, 0, 1 + at)))) continue;
    for (const time of times) {
      const start = at * minutesADay + time;
      if (last !== undefined) longest = Math.max(longest, start - last);
      last = start;
    }
  }
  return (longest || 4 * 366 * minutesADay) * 60;
}
