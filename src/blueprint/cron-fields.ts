/** Words that stand for numbers, from the least. */
export const cronWords = {
  month: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  day: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
} as const;

/** What five cron fields stand for. */
export interface CronFields {
  /** the five as they were written, in lower case */
  readonly written: readonly [minute: string, hour: string, date: string, month: string, weekday: string];
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly dates: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** from Sunday, 0 */
  readonly weekdays: ReadonlySet<number>;
}

/** Reads five cron fields. */
export function cronFields(cron: string): CronFields {
  const written = cron.trim().toLowerCase().split(/\s+/) as unknown as CronFields['written'];
  const [minute, hour, date, month, weekday] = written;
  return {
    written,
    minutes: valuesOf(minute, 0, 59),
    hours: valuesOf(hour, 0, 23),
    dates: valuesOf(date, 1, 31),
    months: valuesOf(month, 1, 12, cronWords.month),
    weekdays: new Set([...valuesOf(weekday, 0, 7, cronWords.day)].map((day) => day % 7)),
  };
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
