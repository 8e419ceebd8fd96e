import { week } from './week.ts';

/** Moments of the week that are all at one time of the day. Cron counts days from Sunday, 0. */
export function cron(moments: readonly number[]): string {
  const all = moments.map((moment) => (moment + week) % week);
  const days = [...new Set(all.map((moment) => (Math.floor(moment / 1440) + 1) % 7))].sort();
  const time = all[0]! % 1440;
  return `${time % 60} ${Math.floor(time / 60)} * * ${days.length === 7 ? '*' : ranges(days)}`;
}

/** `1-5` for `[1, 2, 3, 4, 5]`. */
export function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const one of numbers) {
    const run = runs.at(-1);
    if (run && one === run[1] + 1) run[1] = one;
    else runs.push([one, one]);
  }
  return runs
    .map(([first, last]) =>
      last > first + 1 ? `${first}-${last}` : first === last ? first : `${first},${last}`,
    )
    .join(',');
}
