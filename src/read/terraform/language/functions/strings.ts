import { Unknown } from '../../../../model/unknown.ts';
import { fail } from '../failure.ts';
import { isWhole, toDouble } from '../number.ts';
import { compareText } from '../text-order.ts';
import { boolType, listOf, stringType } from '../type.ts';
import { lengthBounds, refinementOf, unknownFrom } from '../unknown-value.ts';
import { boolValue, largestSize, listValue, textValue, type Value } from '../value.ts';
import {
  type Definition,
  type Definitions,
  listOfText,
  number,
  parameter,
  text,
  textFunction,
} from './function.ts';
import { graphemes, isSimple } from './graphemes.ts';
import { lowerCase, titleCase, upperCase } from './letter-case.ts';

/** Functions of strings. Source: go-cty, function/stdlib/string.go; OpenTofu, lang/funcs/string.go. */
export const stringFunctions: Definitions = {
  upper: textFunction(['str'], (value) => textValue(upperCase(value!))),
  lower: textFunction(['str'], (value) => textValue(lowerCase(value!))),
  title: textFunction(['str'], (value) => textValue(titleCase(value!))),
  strrev: textFunction(['str'], (value) => textValue([...graphemes(value!)].reverse().join(''))),
  chomp: textFunction(['str'], (value) => textValue(chomp(value!))),
  trimspace: textFunction(['str'], (value) => textValue(trimSpace(value!))),
  trim: textFunction(['str', 'cutset'], (value, cutset) => textValue(trim(value!, cutset!))),
  trimprefix: textFunction(['str', 'prefix'], (value, prefix) =>
    textValue(value!.startsWith(prefix!) ? value!.slice(prefix!.length) : value!),
  ),
  trimsuffix: textFunction(['str', 'suffix'], (value, suffix) =>
    textValue(value!.endsWith(suffix!) ? value!.slice(0, value!.length - suffix!.length) : value!),
  ),
  endswith: textTest('suffix', (value, suffix) => value.endsWith(suffix)),
  strcontains: textTest('substr', (value, part) => value.includes(part)),
  startswith: {
    parameters: [text('str', { unknown: true }), text('prefix')],
    result: boolType,
    call: ([value, prefix]) => startsWith(value!, prefix!.text),
  },
  split: {
    parameters: [text('separator'), text('str')],
    result: listOfText,
    call: ([separator, value]) => listValue(split(value!.text, separator!.text).map(textValue), stringType),
  },
  join: {
    parameters: [text('separator')],
    rest: parameter('lists', listOfText),
    result: stringType,
    call: ([separator, ...lists]) => join(separator!.text, lists),
  },
  sort: {
    parameters: [parameter('list', listOfText, { unknown: true })],
    result: listOfText,
    call: ([list]) => sort(list!),
  },
  substr: {
    parameters: [text('str'), number('offset'), number('length')],
    result: stringType,
    call: ([value, offset, length]) =>
      textValue(substring(value!.text, wholeNumber(offset!, 1), wholeNumber(length!, 2))),
  },
  indent: {
    parameters: [number('spaces'), text('str')],
    result: stringType,
    call: ([spaces, value]) => indent(wholeNumber(spaces!, 0), value!.text),
  },
};

/** A number that must be whole, as counts and positions are. @throws Failure blaming the argument */
export function wholeNumber(value: Value, argument: number): number {
  const { number: given } = value;
  const double = toDouble(given);
  if (!isWhole(given) || !Number.isSafeInteger(double)) fail('a whole number is required', argument);
  return double;
}

/** Fails before a text is made that is too long. */
export function checkLength(length: number): void {
  if (length > largestSize * 16) fail(`the result is longer than ${largestSize * 16} characters`);
}

/** Pieces between separators; with an empty separator, the characters. Source: Go, `strings.Split`. */
export function split(value: string, separator: string): string[] {
  return separator === '' ? Array.from(value) : value.split(separator);
}

function textTest(second: string, test: (value: string, other: string) => boolean): Definition {
  return {
    parameters: [text('str'), text(second)],
    result: boolType,
    call: ([value, other]) => boolValue(test(value!.text, other!.text)),
  };
}

function startsWith(value: Value, prefix: string): Value {
  if (!(value.data instanceof Unknown)) return boolValue(value.text.startsWith(prefix));
  const known = refinementOf(value.data).prefix;
  if (known.startsWith(prefix)) return boolValue(true);
  if (known.length >= prefix.length) return boolValue(false);
  return unknownFrom(boolType, [value]);
}

function chomp(value: string): string {
  let end = value.length;
  while (end > 0 && (value[end - 1] === '\n' || value[end - 1] === '\r')) end--;
  return value.slice(0, end);
}

/** White space as Unicode defines it, which for JavaScript lacks U+0085 and has U+FEFF too much. */
function trimSpace(value: string): string {
  return trimBy(
    value,
    (character) => (character !== '\ufeff' && /\s/.test(character)) || character === '\x85',
  );
}

function trim(value: string, cutset: string): string {
  const cut = new Set(cutset);
  return trimBy(value, (character) => cut.has(character));
}

function trimBy(value: string, drops: (character: string) => boolean): string {
  const characters = Array.from(value);
  let start = 0;
  let end = characters.length;
  while (start < end && drops(characters[start]!)) start++;
  while (end > start && drops(characters[end - 1]!)) end--;
  return start === 0 && end === characters.length ? value : characters.slice(start, end).join('');
}

function join(separator: string, lists: readonly Value[]): Value {
  if (lists.length === 0) fail('at least one list is required');
  if (lists.some((list) => !list.isWhollyKnown)) return unknownFrom(stringType, lists);
  const pieces: string[] = [];
  let length = 0;
  for (const [at, list] of lists.entries())
    for (const item of list.items) {
      if (item.isNull) fail('null cannot be joined', at + 1);
      pieces.push(item.text);
      length += item.text.length + separator.length;
    }
  checkLength(length);
  return textValue(pieces.join(separator));
}

function sort(list: Value): Value {
  if (!list.isWhollyKnown) {
    const { min, max } = lengthBounds(list);
    return unknownFrom(listOf(stringType), [list], { present: true, minLength: min, maxLength: max });
  }
  if (list.items.some((item) => item.isNull)) fail('null cannot be sorted', 0);
  return listValue(
    [...list.items].sort((a, b) => compareText(a.text, b.text)),
    stringType,
  );
}

/** A negative offset counts from the end, a negative length reaches to the end. */
function substring(value: string, offset: number, length: number): string {
  if (offset >= 0 && length === 0) return '';
  if (isSimple(value)) {
    const start = offset < 0 ? Math.max(offset + value.length, 0) : offset;
    return value.slice(start, length <= 0 ? undefined : start + length);
  }
  const characters = graphemes(value);
  const start = offset < 0 ? Math.max(offset + characters.length, 0) : offset;
  if (length < 0) return characters.slice(start).join('');
  return characters.slice(start, length === 0 ? undefined : start + length).join('');
}

function indent(spaces: number, value: string): Value {
  if (spaces < 0) fail('the number of spaces must not be negative', 0);
  const lines = value.split('\n');
  checkLength(value.length + lines.length * spaces);
  return textValue(lines.join(`\n${' '.repeat(spaces)}`));
}
