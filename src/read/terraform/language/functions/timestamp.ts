import { fail } from '../failure.ts';

/** A moment as RFC 3339 writes it. */
export interface Timestamp {
  /** since 1970, in nanoseconds */
  readonly nanoseconds: bigint;
  /** of the zone it is written in, in minutes */
  readonly offset: number;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** @throws Failure */
export function parseTimestamp(text: string, argument: number): Timestamp {
  const match = pattern.exec(text);
  if (!match) return fail('it must be a timestamp such as 2006-01-02T15:04:05Z', argument);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as number[];
  const zoneHours = Number(match[9] ?? 0);
  const zoneMinutes = Number(match[10] ?? 0);
  const date = new Date(0);
  date.setUTCFullYear(year!, month! - 1, day);
  if (date.getUTCMonth() !== month! - 1 || date.getUTCDate() !== day) fail('there is no such day', argument);
  if (hour! > 23 || minute! > 59 || second! > 59 || zoneHours > 23 || zoneMinutes > 59)
    fail('there is no such time of day', argument);
  date.setUTCHours(hour!, minute, second);
  const offset = (zoneHours * 60 + zoneMinutes) * (match[8] === '-' ? -1 : 1);
  const fraction = BigInt((match[7] ?? '').slice(0, 9).padEnd(9, '0'));
  return { nanoseconds: (BigInt(date.getTime()) - BigInt(offset) * 60_000n) * 1_000_000n + fraction, offset };
}

/** Without fractions of a second. */
export function formatTimestamp(time: Timestamp): string {
  const { year, month, day, hour, minute, second } = clock(time);
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${time.offset === 0 ? 'Z' : formatOffset(time.offset, ':')}`;
}

export function formatOffset(offset: number, separator: string): string {
  const size = Math.abs(offset);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

/** What a calendar and a clock in the timestamp's own zone show; months from 1, weekdays from Sunday as 0. */
export function clock({ nanoseconds, offset }: Timestamp) {
  const seconds = nanoseconds / 1_000_000_000n - (nanoseconds % 1_000_000_000n < 0n ? 1n : 0n);
  const date = new Date(Number(seconds) * 1000 + offset * 60_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/** A span such as `1h30m` or `-1.5s` in nanoseconds. @throws Failure. Source: Go, `time.ParseDuration`. */
export function parseDuration(text: string, argument: number): bigint {
  const wrong = () => fail('it must be a duration such as 1h30m', argument);
  const body = /^[+-]?(.*)$/s.exec(text)![1]!;
  if (body === '0') return 0n;
  if (body === '' || text.length > 100) return wrong();
  let total = 0n;
  let end = 0;
  for (const match of body.matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g)) {
    const [raw, whole = '', fraction = '', unit] = match;
    if (match.index !== end || whole + fraction === '') return wrong();
    end += raw.length;
    const size = units[unit!]!;
    total += BigInt(whole || '0') * size + (BigInt(fraction || '0') * size) / 10n ** BigInt(fraction.length);
  }
  if (end < body.length || total > 2n ** 63n - 1n) return wrong();
  return text.startsWith('-') ? -total : total;
}
