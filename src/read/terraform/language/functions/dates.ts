import { fail } from '../failure.ts';
import { numberType, stringType } from '../type.ts';
import { unknownValue } from '../unknown-value.ts';
import { numberValue, textValue } from '../value.ts';
import { type Definition, type Definitions, text, textFunction } from './function.ts';
import { clock, formatOffset, formatTimestamp, parseDuration, parseTimestamp } from './timestamp.ts';

/** Functions of dates. Source: OpenTofu, lang/funcs/datetime.go; go-cty, function/stdlib/datetime.go. */
export const dateFunctions: Definitions = {
  timestamp: unknownTime('the time of the run decides it'),
  plantimestamp: unknownTime('the time of the plan decides it'),
  timeadd: textFunction(['timestamp', 'duration'], (time, duration) => {
    const start = parseTimestamp(time!, 0);
    const nanoseconds = start.nanoseconds + parseDuration(duration!, 1);
    return textValue(formatTimestamp({ ...start, nanoseconds }));
  }),
  timecmp: {
    parameters: [text('timestamp_a'), text('timestamp_b')],
    result: numberType,
    call: ([a, b]) => {
      const left = parseTimestamp(a!.text, 0).nanoseconds;
      const right = parseTimestamp(b!.text, 1).nanoseconds;
      return numberValue(left < right ? -1 : left > right ? 1 : 0);
    },
  },
  formatdate: textFunction(['format', 'time'], (format, time) => textValue(formatDate(format!, time!))),
};

function unknownTime(reason: string): Definition {
  return { parameters: [], result: stringType, call: () => unknownValue(stringType, reason) };
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function formatDate(format: string, time: string): string {
  const moment = parseTimestamp(time, 1);
  const { year, month, day, weekday, hour, minute, second } = clock(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  const noon = hour < 12 ? 'AM' : 'PM';
  const hour12 = hour % 12 || 12;
  const zone = formatOffset(moment.offset, '');
  const verbs: Readonly<Record<string, string>> = {
    YY: two(year % 100),
    YYYY: String(year).padStart(4, '0'),
    M: String(month),
    MM: two(month),
    MMM: months[month - 1]!.slice(0, 3),
    MMMM: months[month - 1]!,
    D: String(day),
    DD: two(day),
    EEE: weekdays[weekday]!.slice(0, 3),
    EEEE: weekdays[weekday]!,
    h: String(hour),
    hh: two(hour),
    H: String(hour12),
    HH: two(hour12),
    AA: noon,
    aa: noon.toLowerCase(),
    m: String(minute),
    mm: two(minute),
    s: String(second),
    ss: two(second),
    Z: moment.offset === 0 ? 'Z' : formatOffset(moment.offset, ':'),
    ZZZ: moment.offset === 0 ? 'UTC' : zone,
    ZZZZ: zone,
    ZZZZZ: formatOffset(moment.offset, ':'),
  };
  return format.replace(/'((?:[^']|'')*)('?)|([A-Za-z])\3*/g, (token, quoted?: string, close?: string) => {
    if (quoted === undefined) return verbs[token] ?? fail(`"${token}" is no part of a date format`, 0);
    if (close === '') fail('a quoted text in the format has no end', 0);
    return quoted === '' ? "'" : quoted.replaceAll("''", "'");
  });
}
