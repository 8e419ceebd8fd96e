/** Minutes of a week, which begins on Monday at midnight. */
export const week = 7 * 1440;

/** Minutes from the beginning of the week; `to` may lie in the next one. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What is off for less is not worth stopping: a database needs a good part of it to stop and to start. */
const shortest = 120;

/** When `mon-fri 07:00-19:00` is on; nothing where it is always. */
export function intervalsOf(text: string): readonly Interval[] {
  const [, first, last, start, stop] = /^(\w+)-(\w+) ([\d:]+)-([\d:]+)$/.exec(text)!;
  const [from, until] = [days.indexOf(first!), days.indexOf(last!)];
  const begin = minutes(start!);
  // past midnight it ends on the next day
  const length = (minutes(stop!) - begin + 1440) % 1440 || 1440;
  const each = Array.from({ length: ((until - from + 7) % 7) + 1 }, (_, at) => {
    const on = (from + at) * 1440 + begin;
    return { from: on, to: on + length };
  });
  const joined = each.reduce<Interval[]>((all, one) => {
    const before = all.at(-1);
    if (before && one.from - before.to < shortest) all[all.length - 1] = { from: before.from, to: one.to };
    else all.push(one);
    return all;
  }, []);
  const gap = joined[0]!.from + week - joined.at(-1)!.to;
  if (gap >= shortest) return joined;
  if (joined.length === 1) return [];
  // the last goes on into the first of the next week
  const [next, ...others] = joined;
  const end = others.pop()!;
  return [...others, { from: end.from, to: next!.to + week }];
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
