import type { Plain } from '../../model/node.ts';
import { columnOf, isFirstInLine, lineEnd, lineEndBefore, skipBlanksBack } from '../lines.ts';
import type { Splice } from '../splice.ts';
import { isCollection, isFlow, type Located } from './locate.ts';
import { renderBlock, type Style } from './render.ts';

/** Whether a value is written as lines below one another when there is room for them. */
export function wantsLines(value: Plain): value is readonly Plain[] | { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Whether a node is a map or list without brackets. */
export function isBlock({ node }: Located): boolean {
  return isCollection(node) && !isFlow(node);
}

/** The column for the lines of a value below its key. */
export function columnBelow({ node }: Located, value: Plain, style: Style): number {
  const { text } = node.file;
  return columnOf(text, node.keyStart) + (Array.isArray(value) ? style.dash : style.indent);
}

/** Puts lines in the place of a value that stands behind its key or dash, or is not written; comments stay. */
export function becomeBlock(located: Located, value: Plain, style: Style): Splice[] {
  const { node, key } = located;
  const { start, end } = node;
  const { text } = node.file;
  if (typeof key !== 'string') {
    const column =
      start === end && key !== undefined ? columnOf(text, node.keyStart) + 2 : columnOf(text, start);
    const lead = start === end && key !== undefined ? ' ' : '';
    return [{ start, end, text: lead + renderBlock(value, column, style) }];
  }
  const column = columnBelow(located, value, style);
  const below = style.newline + ' '.repeat(column) + renderBlock(value, column, style);
  const eol = lineEnd(text, end);
  if (start === end) return [{ start: eol, end: eol, text: below }];
  const from = skipBlanksBack(text, start);
  if (eol === end) return [{ start: from, end, text: below }];
  return [
    { start: from, end, text: '' },
    { start: eol, end: eol, text: below },
  ];
}

/** Puts a text behind a key, in the place of the lines below it. */
export function becomeInline({ node }: Located, rendered: string): Splice[] {
  const { text } = node.file;
  const behind = behindKey(text, node.keyStart, node.start);
  const above = lineEndBefore(text, node.start);
  const removal = { start: Math.max(behind, above), end: lineEnd(text, node.end), text: '' };
  return removal.start === behind
    ? [{ ...removal, text: ` ${rendered}` }]
    : [{ start: behind, end: behind, text: ` ${rendered}` }, removal];
}

/** Where a value of a key stands on lines of its own, below it. */
export function isBelowKey({ node, key }: Located): boolean {
  return typeof key === 'string' && node.start > node.keyStart && isFirstInLine(node.file.text, node.start);
}

/** The offset behind the colon of a key, and behind an anchor or tag on its line. */
function behindKey(text: string, keyStart: number, valueStart: number): number {
  const quote = text[keyStart];
  let at = keyStart + 1;
  if (quote === '"' || quote === "'") {
    while (at < valueStart && text[at] !== quote) at += quote === '"' && text[at] === '\\' ? 2 : 1;
  }
  while (at < valueStart && !(text[at] === ':' && /\s/.test(text.charAt(at + 1)))) at++;
  const properties = /^:((?:[ \t]+[&!][^\s]*)*)/.exec(text.slice(at, valueStart));
  return at + (properties?.[0].length ?? 1);
}
