import { dump } from 'js-yaml';
import type { Plain } from '../../model/node.ts';

/** How a file is laid out, as far as new text must follow it. */
export interface Style {
  readonly newline: '\n' | '\r\n';
  /** columns that a map is indented by below its key */
  readonly indent: number;
  /** columns that a list's dashes are indented by below their key */
  readonly dash: number;
  readonly quote: 'single' | 'double';
  readonly json: boolean;
}

/** Reads the style of a text off its first lines that show it. */
export function styleOf(text: string, json: boolean): Style {
  const head = text.slice(0, 20_000);
  const nested = /^( *)(?:[^\s#-][^\n]*):[ \t]*(?:#[^\n]*)?\r?\n\1( +)[^\s#-]/m.exec(head);
  const listed = /^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n\1( *)- /m.exec(head);
  const jsonIndent = /^[[{][ \t]*\r?\n([ \t]+)/.exec(head);
  const indent = json ? (jsonIndent?.[1]?.length ?? 2) : (nested?.[2]?.length ?? 2);
  const single = head.split("'").length;
  return {
    newline: head.includes('\r\n') ? '\r\n' : '\n',
    indent: Math.min(indent, 8),
    dash: listed ? listed[2]!.length : indent,
    quote: single > 1 && single > head.split('"').length ? 'single' : 'double',
    json,
  };
}

/**
 * A value as lines of block style, for a place whose first line is already indented.
 * @param column where its lines start
 */
export function renderBlock(value: Plain, column: number, style: Style): string {
  const text = dump(value, {
    indent: style.indent,
    seqNoIndent: style.dash === 0,
    lineWidth: -1,
    noRefs: true,
    quoteStyle: style.quote,
  });
  return indentLines(text, ' '.repeat(column), style.newline);
}

/**
 * A value in one line; a list or map in brackets.
 * @param inBrackets whether brackets stand around it, in which more texts need quotes
 */
export function renderInline(value: Plain, style: Style, inBrackets = false): string {
  if (style.json) return asJson(value);
  const options = { flowLevel: 0, lineWidth: -1, noRefs: true, quoteStyle: style.quote } as const;
  // a text of several lines would be written as a block, if it were not in brackets
  const alone = !inBrackets && !(typeof value === 'string' && value.includes('\n'));
  return alone ? dump(value, options).trimEnd() : dump([value], options).trimEnd().slice(1, -1);
}

/** One entry of a map in brackets. */
export function renderEntry(key: string, value: Plain, style: Style): string {
  return renderInline({ [key]: value }, style).slice(1, -1);
}

/** A scalar that takes the place of another, in the same quotes where it is a text too. */
export function renderLike(written: string, value: Plain, style: Style, inBrackets: boolean): string {
  const quote = written[0];
  if (typeof value !== 'string' || style.json || (quote !== '"' && quote !== "'"))
    return renderInline(value, style, inBrackets);
  return dump(value, {
    flowLevel: 0,
    lineWidth: -1,
    forceQuotes: true,
    quoteStyle: quote === '"' ? 'double' : 'single',
  }).trimEnd();
}

/** JSON with a blank behind colons and commas, as people write it in one line. */
function asJson(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(asJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, held]) => `${JSON.stringify(key)}: ${asJson(held)}`);
  return `{${entries.join(', ')}}`;
}

/** JSON over several lines. */
export function renderJsonLines(value: Plain, indent: string, style: Style): string {
  return indentLines(JSON.stringify(value, null, style.indent), indent, style.newline);
}

function indentLines(text: string, indent: string, newline: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line, at) => (at === 0 || line === '' ? line : indent + line)).join(newline);
}
