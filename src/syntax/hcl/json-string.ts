import { type ParsedExpression, parseHclExpression, parseHclTemplate } from './parse-hcl.ts';
import { Failure } from './scanner.ts';
import type { Range } from './tree.ts';

const simple: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

export interface DecodedString {
  readonly text: string;
  /** offset behind the closing quote */
  readonly end: number;
  /** where each character of the text, and what is behind it, stands in the source; `undefined` where nothing is escaped */
  readonly places: readonly number[] | undefined;
}

/**
 * Decodes the JSON string whose opening quote stands at `start`.
 * @throws Failure where it is not closed, or holds a control character or an unknown escape
 */
export function decodeJsonString(source: string, start: number): DecodedString {
  let places: number[] | undefined;
  let value = '';
  let from = start + 1;
  for (let at = from; ; at++) {
    const code = source.charCodeAt(at);
    if (code === 34) {
      value += source.slice(from, at);
      if (!places) return { text: value, end: at + 1, places };
      addPlaces(places, from, at + 1);
      return { text: value.replace(/\p{Surrogate}/gu, '\ufffd'), end: at + 1, places };
    }
    if (!(code >= 32)) throw new Failure(controlMessage(code), start, Math.min(at, source.length));
    if (code !== 92) continue;
    places ??= [];
    value += source.slice(from, at);
    addPlaces(places, from, at);
    places.push(at);
    const selector = source[at + 1] ?? '';
    const hex = selector === 'u' ? source.slice(at + 2, at + 6) : '';
    if (/^[0-9a-fA-F]{4}$/.test(hex)) value += String.fromCharCode(Number.parseInt(hex, 16));
    else if (selector in simple) value += simple[selector]!;
    else
      throw new Failure(
        `"\\${selector}" is not an escape sequence of JSON: to write a backslash, double it ("\\\\").`,
        at,
        Math.min(at + 2, source.length),
      );
    at += selector === 'u' ? 5 : 1;
    from = at + 1;
  }
}

function addPlaces(places: number[], from: number, to: number): void {
  for (let at = from; at < to; at++) places.push(at);
}

function controlMessage(code: number): string {
  return Number.isNaN(code) || code === 10 || code === 13
    ? 'This string is never closed: end it with a quote on its line.'
    : 'A control character must be escaped in a JSON string.';
}

/**
 * Reads what a JSON string holds as a template, with its places in the JSON text.
 * @param string range of the string in the text, with its quotes
 */
export function parseTemplateInJson(text: string, string: Range): ParsedExpression {
  return parseInJson(text, string, parseHclTemplate);
}

/**
 * Reads what a JSON string holds as an expression: in `depends_on`, `provider`, `type` and the like a string names
 * a reference or a type without `${}`.
 * @param string range of the string in the text, with its quotes
 */
export function parseExpressionInJson(text: string, string: Range): ParsedExpression {
  return parseInJson(text, string, parseHclExpression);
}

function parseInJson(text: string, string: Range, parse: typeof parseHclTemplate): ParsedExpression {
  const decoded = decodeJsonString(text, string.start);
  if (!decoded.places) return parse(text, { start: string.start + 1, end: string.end - 1 });
  const parsed = parse(decoded.text, { start: 0, end: decoded.text.length });
  relocate(parsed, decoded.places);
  return parsed;
}

/** Turns offsets into the decoded text into offsets into the source, in a tree that nobody else holds yet. */
function relocate(node: object, places: readonly number[]): void {
  const fields = node as Record<string, unknown>;
  for (const key in fields) {
    const value = fields[key];
    if (key === 'start' || key === 'end') fields[key] = places[value as number];
    else if (typeof value === 'object' && value !== null) relocate(value, places);
  }
}
