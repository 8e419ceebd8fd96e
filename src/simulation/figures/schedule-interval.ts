/** Hours between two runs of a schedule at most: `cron(0 2 * * ? *)`, `0 2 * * *`, `rate(12 hours)`; `undefined` where it cannot be told. */
export function hoursBetween(schedule: string): number | undefined {
  const rate = /^(?:rate\((\d+) (minute|hour|day)s?\)|@every (\d+)(m|h))$/.exec(schedule.trim());
  if (rate)
    return (
      Number(rate[1] ?? rate[3]) * { minute: 1 / 60, m: 1 / 60, hour: 1, h: 1, day: 24 }[rate[2] ?? rate[4]!]!
    );
  const named = { '@hourly': 1, '@daily': 24, '@midnight': 24, '@weekly': 168 }[schedule.trim()];
  if (named) return named;
  const fields = schedule
    .trim()
    .replace(/^cron\(|\)$/g, '')
    .split(/\s+/);
  if (fields.length < 5) return undefined;
  const [, hour = '', day = '', , week = ''] = fields;
  const anyDay = /^[*?]$/.test(day) && /^[*?]$/.test(week);
  if (!anyDay) return /^[*?]$/.test(day) && /^[A-Z0-7]+$/i.test(week) ? 168 : undefined;
  const step = /^\*\/(\d+)$/.exec(hour)?.[1];
  if (step) return Number(step);
  if (hour === '*') return 1;
  const hours = hour.split(',').map(Number);
  if (hours.some((one) => Number.isNaN(one))) return undefined;
  // the longest pause, across midnight too
  return Math.max(...hours.map((one, at) => ((hours[(at + 1) % hours.length]! - one + 23) % 24) + 1));
}
