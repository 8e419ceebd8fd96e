import { cronFields } from '../../blueprint/cron-fields.ts';

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Five cron fields as EventBridge writes them. It counts weekdays from 1 and takes one of the two days only. */
export function eventBridgeCron(fields: string): string {
  const [minute, hour, day, month, weekday] = fields.trim().split(/\s+/) as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (weekday === '*') return `cron(${minute} ${hour} ${day} ${month} ? *)`;
  const called = weekday.replace(/\b[0-7]\b/g, (digit) => days[Number(digit) % 7]!);
  // it has no steps of weekdays, and its week begins on Sunday
  const named = /\/|-sun/.test(called)
    ? [...cronFields(fields).weekdays]
        .sort()
        .map((day) => days[day]!)
        .join(',')
    : called;
  return `cron(${minute} ${hour} ? ${month} ${named.toUpperCase()} *)`;
}
