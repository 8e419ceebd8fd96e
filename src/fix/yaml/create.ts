import type { Plain } from '../../model/node.ts';
import { columnOf, indentOf, isFirstInLine, lineEnd } from '../lines.ts';
import type { Splice } from '../splice.ts';
import { childrenOf, isInFlow, type Located } from './locate.ts';
import { becomeBlock, isBlock } from './place.ts';
import { renderBlock, renderEntry, renderInline, renderJsonLines, type Style } from './render.ts';

/**
 * Adds entries to a map or list behind its last one, in its own style. An empty one, and a key without a value, gets
 * lines where it may.
 * @param after a key of a map in lines, behind which they stand instead
 */
export function createIn(container: Located, value: Plain, style: Style, after?: string): Splice[] {
  const { node } = container;
  const { start, end } = node;
  const { text } = node.file;
  if (isBlock(container)) {
    const column = columnOf(text, start);
    const at = lineEnd(text, entryOf(container, after)?.node.end ?? end);
    return [
      { start: at, end: at, text: style.newline + ' '.repeat(column) + renderBlock(value, column, style) },
    ];
  }
  const children = childrenOf(container);
  const last = children.at(-1);
  if (last) return extend(container, last, value, style);
  if (!style.json && !isInFlow(container)) return becomeBlock(container, value, style);
  const isInLines =
    style.json && container.parent && text.slice(container.parent.node.start, start).includes('\n');
  return [
    {
      start,
      end,
      text: isInLines
        ? renderJsonLines(value, indentOf(text, start), style)
        : renderInline(value, style, true),
    },
  ];
}

/** The entry of a key, as it is written: to YAML 1.1 `on` is no text. */
function entryOf(container: Located, key: string | undefined): Located | undefined {
  if (key === undefined) return undefined;
  const { text } = container.node.file;
  return childrenOf(container).find(({ node }) => text.startsWith(`${key}:`, node.keyStart));
}

/** Adds entries in brackets, behind the last one there. */
function extend({ node }: Located, { node: last }: Located, value: Plain, style: Style): Splice[] {
  const { text } = node.file;
  const comma = commaAfter(text, last.end);
  const behind = comma < 0 ? last.end : comma + 1;
  if (!isFirstInLine(text, node.end - 1)) {
    const entries = entriesOf(value, style, undefined).join(', ');
    return [{ start: behind, end: behind, text: comma < 0 ? `, ${entries}` : ` ${entries}` }];
  }
  const indent = indentOf(text, last.keyStart);
  const entries = entriesOf(value, style, indent).map((entry) => style.newline + indent + entry);
  const eol = lineEnd(text, behind);
  const put = { start: eol, end: eol, text: entries.join(',') + (comma < 0 ? '' : ',') };
  if (comma >= 0) return [put];
  return eol === behind
    ? [{ ...put, text: `,${put.text}` }]
    : [{ start: behind, end: behind, text: ',' }, put];
}

/** @param indent of the lines that entries stand on, where each has its own */
function entriesOf(value: Plain, style: Style, indent: string | undefined): string[] {
  const lines = (held: Plain) =>
    style.json && indent !== undefined
      ? renderJsonLines(held, indent, style)
      : renderInline(held, style, true);
  if (Array.isArray(value)) return value.map(lines);
  return Object.entries(value as { readonly [key: string]: Plain }).map(([key, held]) =>
    style.json ? `${JSON.stringify(key)}: ${lines(held)}` : renderEntry(key, held, style),
  );
}

/** The comma behind an offset, or -1. */
function commaAfter(text: string, at: number): number {
  const found = /^\s*,/.exec(text.slice(at, at + 200));
  return found ? at + found[0].length - 1 : -1;
}
