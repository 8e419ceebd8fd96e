import type { Num } from '../big-float.ts';
import { Failure, fail } from '../failure.ts';
import { parseNumber } from '../number-text.ts';
import { boolValue, numberValue, textValue, untypedNull, type Value } from '../value.ts';

/**
 * The value of a YAML scalar by the rules of YAML 1.1, as Terraform reads it: `yes` is true, dates become timestamps.
 * Source: zclconf/go-cty-yaml, resolve.go.
 * @param tag without its standard prefix, empty where there is none
 */
export function resolveScalar(tag: string, source: string, quoted: boolean): Value {
  if (!tags.has(tag)) fail(`the YAML tag ${tag} is not known`);
  if (tag !== 'str' && tag !== 'binary' && /^(?:$|[-+0-9yYnNtTfFoO~.])/.test(source)) {
    if (quoted) return textValue(source);
    const word = words.get(source);
    if (word) return word;
    const value = resolveWord(tag, source);
    if (value) return value;
  }
  return byTag(tag, source);
}

const tags = new Set(['', 'str', 'bool', 'int', 'float', 'null', 'timestamp', 'binary']);

const words: ReadonlyMap<string, Value> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, boolValue(true)] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, boolValue(false)] as const,
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, untypedNull] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(
    (word) => [word, numberValue(Number.POSITIVE_INFINITY)] as const,
  ),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, numberValue(Number.NEGATIVE_INFINITY)] as const),
]);

function resolveWord(tag: string, source: string): Value | undefined {
  if (tag === '' && /^\.(?:nan|NaN|NAN)$/.test(source))
    fail('YAML values that are no number are not supported');
  const first = source[0]!;
  if (first === '.') {
    const number = parseNumber(source);
    return number instanceof Failure ? undefined : numberValue(number);
  }
  if (!/[-+0-9]/.test(first)) return undefined;
  if (tag === '' || tag === 'timestamp') {
    const time = timestamp(source);
    if (time !== undefined) return textValue(time);
  }
  const isNumber =
    /^(?:[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/.test(source);
  return isNumber ? numberValue(number(source)) : undefined;
}

function byTag(tag: string, source: string): Value {
  switch (tag) {
    case 'bool':
      return fail(`"${source}" is not a YAML bool`);
    case 'int':
    case 'float':
      return numberValue(number(source));
    case 'timestamp':
      return textValue(timestamp(source) ?? fail(`"${source}" is not a YAML timestamp`));
    case 'null':
      return untypedNull;
    case 'binary':
      if (
        !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(
          source.replace(/[\r\n]/g, ''),
        )
      )
        fail('YAML binary data must be base64');
      return textValue(source);
    default:
      return textValue(source);
  }
}

function number(source: string): Num {
  const plain = source.replaceAll('_', '');
  const decimal = parseNumber(plain);
  if (!(decimal instanceof Failure)) return decimal;
  if (/^0(?:x[0-9a-fA-F]{1,16}|o[0-7]{1,21}|b[01]{1,64})$/.test(plain)) return toNum(BigInt(plain));
  return fail(`"${source}" is not a YAML number`);
}

function toNum(integer: bigint): Num {
  const result = parseNumber(integer.toString());
  return result instanceof Failure ? fail(result.message) : result;
}

const timePattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;

function timestamp(source: string): string | undefined {
  const match = timePattern.exec(source);
  if (!match) return undefined;
  const [, year, month, day] = match;
  const [hour, minute, second] = [
    match[4] ?? match[8] ?? '0',
    match[5] ?? match[9] ?? '0',
    match[6] ?? match[10] ?? '0',
  ];
  const zone = match[7] === undefined || match[7].endsWith('00:00') ? 'Z' : match[7];
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > lastDay) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const two = (part: string | undefined) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
}
