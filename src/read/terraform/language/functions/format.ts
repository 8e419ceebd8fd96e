import { convert } from '../convert.ts';
import { Failure, fail } from '../failure.ts';
import { isWhole, toInteger } from '../number.ts';
import { fixedText, generalText, scientificText } from '../number-text.ts';
import { boolType, listOf, numberType, stringType, type Type } from '../type.ts';
import { unknownFrom } from '../unknown-value.ts';
import { type Items, listValue, textValue, type Value } from '../value.ts';
import { anything, type Definitions, maybe, text } from './function.ts';
import { graphemeCount, graphemes } from './graphemes.ts';
import { jsonText } from './json-text.ts';
import { checkLength } from './strings.ts';

/** Functions with format strings. Source: go-cty, function/stdlib/format.go and format_fsm.rl; Go, package fmt. */
export const formatFunctions: Definitions = {
  format: {
    parameters: [text('format')],
    rest: anything('args', maybe),
    result: stringType,
    call: ([pattern, ...args]) => {
      if (args.every((arg) => arg.isWhollyKnown)) return textValue(formatText(pattern!.text, args));
      const prefix = pattern!.text.slice(0, Math.max(pattern!.text.indexOf('%'), 0));
      return unknownFrom(stringType, args, { present: true, prefix });
    },
  },
  formatlist: {
    parameters: [text('format')],
    rest: anything('args', maybe),
    result: listOf(stringType),
    call: ([pattern, ...args]) => formatList(pattern!.text, args),
  },
};

function formatList(pattern: string, args: Items): Value {
  let length: number | undefined;
  for (const [at, arg] of args.entries()) {
    if (arg.kind === 'any' && arg.isUnknown) return unknownFrom(listOf(stringType), args);
    const items = itemsOf(arg);
    if (items === 'unknown') return unknownFrom(listOf(stringType), args);
    if (!items) continue;
    length ??= items.length;
    if (length !== items.length) fail(`it has ${items.length} items, but another list has ${length}`, at + 1);
  }
  const results: Value[] = [];
  for (let at = 0; at < (length ?? 1); at++) {
    const row = args.map((arg) => {
      const items = itemsOf(arg);
      return items && items !== 'unknown' ? items[at]! : arg;
    });
    const known = row.every((value) => value.isWhollyKnown);
    results.push(
      known ? textValue(formatText(pattern, row)) : unknownFrom(stringType, row, { present: true }),
    );
  }
  return listValue(results, stringType);
}

/** The items that a list, set or tuple gives one by one; nothing for a value that is repeated. */
function itemsOf(arg: Value): Items | 'unknown' | undefined {
  if ((arg.kind !== 'list' && arg.kind !== 'set' && arg.kind !== 'tuple') || arg.isNull) return undefined;
  return arg.isUnknown || arg.isUnsettled ? 'unknown' : arg.items;
}

interface Verb {
  readonly mode: string;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

const verbPattern = /%(?:%|([0#\-+ ]*)([1-9]\d{0,5})?(?:\.(\d{0,5}))?(?:\[([1-9]\d{0,5})\])?([a-zA-Z]))/y;

/** Puts known values into a format string. @throws Failure */
export function formatText(pattern: string, args: Items): string {
  let result = '';
  let next = 0;
  let used = 0;
  let from = 0;
  for (let at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
    result += pattern.slice(from, at);
    verbPattern.lastIndex = at;
    const match = verbPattern.exec(pattern);
    if (!match) fail(`the format string is wrong at offset ${at}`, 0);
    const [raw, flags = '', width, precision, position, mode] = match!;
    from = at + raw.length;
    if (mode === undefined) {
      result += '%';
      continue;
    }
    const index = position === undefined ? next : Number(position) - 1;
    const verb = {
      mode,
      flags,
      width: width === undefined ? undefined : Number(width),
      precision: precision === undefined ? undefined : Number(precision),
    };
    const arg = args[index] ?? fail(`there is no argument for "${raw}"`);
    result += withPlace(raw, () => formatValue(verb, arg));
    next = index + 1;
    used = Math.max(used, next);
    checkLength(result.length);
  }
  if (used < args.length) fail(`the format string uses only ${used} of ${args.length} arguments`, used + 1);
  return result + pattern.slice(from);
}

function withPlace(raw: string, format: () => string): string {
  try {
    return format();
  } catch (failure) {
    throw failure instanceof Failure ? failure.within(`the value for "${raw}"`) : failure;
  }
}

function formatValue(verb: Verb, arg: Value): string {
  const { mode } = verb;
  if (mode !== 'v' && arg.isNull) fail('it is null');
  switch (mode) {
    case 'v':
      return padded(asIs(verb, arg), verb);
    case 't':
      return String(as(arg, boolType).flag);
    case 's':
    case 'q':
      return padded(formatString(verb, as(arg, stringType).text), verb);
    case 'b':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
      return formatInteger(verb, as(arg, numberType));
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return formatFloat(verb, as(arg, numberType));
    default:
      return fail(`"${mode}" is not a verb`);
  }
}

function as(arg: Value, type: Type): Value {
  const result = convert(arg, type);
  if (result instanceof Failure) throw result;
  return result;
}

function asIs({ flags }: Verb, arg: Value): string {
  if (!flags.includes('#') && !arg.isNull) {
    if (arg.kind === 'string') return arg.text;
    if (arg.kind === 'number') return generalText(arg.number);
  }
  return jsonText(arg);
}

function formatString({ mode, precision }: Verb, value: string): string {
  const cut = precision ? graphemes(value).slice(0, precision).join('') : value;
  return mode === 'q' ? jsonText(textValue(cut)) : cut;
}

function padded(value: string, { width, flags }: Verb): string {
  const missing = width === undefined ? 0 : width - graphemeCount(value);
  if (missing <= 0) return value;
  const padding = (flags.includes('0') ? '0' : ' ').repeat(missing);
  return flags.includes('-') ? value + padding : padding + value;
}

const bases: Readonly<Record<string, readonly [base: number, prefix: string]>> = {
  b: [2, '0b'],
  o: [8, '0'],
  d: [10, ''],
  x: [16, '0x'],
  X: [16, '0X'],
};

function formatInteger({ mode, flags, width, precision }: Verb, value: Value): string {
  if (!isWhole(value.number)) fail('a whole number is required');
  const integer = toInteger(value.number);
  const [base, mark] = bases[mode]!;
  let digits = (integer < 0n ? -integer : integer).toString(base);
  if (mode === 'X') digits = digits.toUpperCase();
  if (precision === 0 && digits === '0') return '';
  const start = signFor(integer < 0n, flags) + (flags.includes('#') ? mark : '');
  digits = digits.padStart(precision ?? 0, '0');
  return fill(start, digits, flags, width, precision === undefined);
}

function formatFloat({ mode, flags, width, precision }: Verb, value: Value): string {
  const { number } = value;
  const written =
    mode === 'f'
      ? fixedText(number, precision ?? 6)
      : mode === 'e' || mode === 'E'
        ? scientificText(number, precision ?? 6)
        : generalText(number, precision);
  const cased = mode === 'E' || mode === 'G' ? written.replace('e', 'E') : written;
  const infinite = cased.endsWith('Inf');
  const digits = cased.replace(/^[+-]/, '');
  const start = cased.startsWith('+') && !flags.includes(' ') ? '+' : signFor(cased.startsWith('-'), flags);
  return fill(start, digits, flags, width, !infinite);
}

function signFor(negative: boolean, flags: string): string {
  if (negative) return '-';
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

function fill(start: string, digits: string, flags: string, width = 0, zeros: boolean): string {
  const missing = width - start.length - digits.length;
  if (missing <= 0) return start + digits;
  if (flags.includes('-')) return start + digits + ' '.repeat(missing);
  return flags.includes('0') && zeros
    ? start + '0'.repeat(missing) + digits
    : ' '.repeat(missing) + start + digits;
}
