const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Five cron fields as EventBridge writes them. It counts weekdays from 1 and takes one of the two days only. */
export function eventBridgeCron(fields: string): string {
  const [minute, hour, day, month, weekday] = fields.split(' ') as [string, string, string, string, string];
  if (weekday === '*') return `cron(${minute} ${hour} ${day} ${month} ? *)`;
  const named = weekday.replace(/(?<!\/)\b[0-7]\b/g, (digit) => days[Number(digit) % 7]!).toUpperCase();
  return `cron(${minute} ${hour} ? ${month} ${named} *)`;
}
