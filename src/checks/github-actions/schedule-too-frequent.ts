import { workflows } from '../../graph/github-actions.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

/** More often than this is polling. */
const leastMinutes = 15;

export default check({
  id: 'github-actions/schedule-too-frequent',
  title: 'Scheduled workflow that runs every few minutes',
  dimension: 'cost',
  severity: 'low',
  why: 'A workflow every five minutes is 8,640 runs a month, each paid as at least one minute, for a schedule that GitHub delays or drops when it is busy, most of all at the full hour. Start it by the event it waits for, or run what has to be watched all the time as a service.',
  sources: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule',
  ],
  visits: workflows,
  judge({ triggers }) {
    const schedule = triggers.get('schedule')?.content;
    if (!Array.isArray(schedule)) return;
    const faults: Fault[] = [];
    for (const entry of schedule as readonly Node[]) {
      const cron = entry.peek('cron');
      const perHour = runsPerHour(String(cron?.content ?? ''));
      if (!cron || perHour <= 60 / leastMinutes) continue;
      const perMonth = Math.round(perHour * hoursPerDay(String(cron.content)) * 30);
      faults.push({
        message: `"${cron.content}" starts about ${perMonth.toLocaleString('en')} runs a month: start it by an event, or at most every ${leastMinutes} minutes.`,
        at: cron,
        key: String(cron.content),
      });
    }
    return faults;
  },
  examples: {
    bad: `on:
  schedule:
    - cron: '*/5 * * * *'
permissions: {}
jobs:
  sync:
    runs-on: ubuntu-24.04
    steps:
      - run: ./sync.sh
`,
    good: `on:
  schedule:
    - cron: '17 3 * * *'
permissions: {}
jobs:
  sync:
    runs-on: ubuntu-24.04
    steps:
      - run: ./sync.sh
`,
  },
});

function runsPerHour(cron: string): number {
  const [minute = ''] = cron.trim().split(/\s+/);
  return count(minute, 60);
}

function hoursPerDay(cron: string): number {
  return count(cron.trim().split(/\s+/)[1] ?? '*', 24);
}

/** How many of the numbers below a bound a field of a schedule names. */
function count(field: string, bound: number): number {
  return field.split(',').reduce((sum, part) => {
    const [range = '', step] = part.split('/');
    const [from, to = from] = range === '*' ? ['0', String(bound - 1)] : range.split('-');
    const last = step !== undefined && range !== '*' && !range.includes('-') ? bound - 1 : Number(to);
    const width = last - Number(from) + 1;
    return (
      sum + (Number.isFinite(width) && width > 0 ? Math.ceil(width / Math.max(1, Number(step ?? 1) || 1)) : 0)
    );
  }, 0);
}
