const names = {
  month: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  day: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
};

const minutesADay = 1440;

/** The longest time in seconds between two starts of a schedule of five cron fields, over four years. */
export function longestGap(cron: string): number {
  const [minute, hour, date, month, weekday] = cron.trim().toLowerCase().split(/\s+/) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const minutes = valuesOf(minute, 0, 59);
  const times = [...valuesOf(hour, 0, 23)]
    .flatMap((h) => [...minutes].map((m) => h * 60 + m))
    .sort((a, b) => a - b);
  const dates = valuesOf(date, 1, 31);
  const months = valuesOf(month, 1, 12, names.month);
  const weekdays = new Set([...valuesOf(weekday, 0, 7, names.day)].map((day) => day % 7));
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

function valuesOf(field: string, least: number, most: number, called: readonly string[] = []): Set<number> {
  const found = new Set<number>();
  const number = (text: string) => {
    const at = called.indexOf(text);
    return at < 0 ? Number(text) : at + least;
  };
  for (const part of field.split(',')) {
    const [range, step] = part.split('/') as [string, string | undefined];
    const [from, to] = range === '*' || range === '?' ? [least, most] : range.split('-').map(number);
    const last = to ?? (step === undefined ? from! : most);
    for (let value = from!; value <= last; value += Number(step ?? 1)) found.add(value);
  }
  return found;
}
