import type { Plain } from '../../model/node.ts';
import type { Attribute, Block, ObjectConstructor, Range, Tuple } from '../../syntax/hcl/tree.ts';
import type { Refused } from '../change.ts';
import { indentOf, isFirstInLine, lineEnd, lineEndBefore } from '../lines.ts';
import type { Splice } from '../splice.ts';
import { type Draft, renderDraft } from './draft.ts';
import { renderKey, renderValue } from './render.ts';

/** Arguments that speak of the block as a whole and by custom stand first or last: others go to their own kind. */
const meta = new Set(['count', 'for_each', 'provider', 'providers', 'depends_on', 'source', 'version']);

/** Adds arguments behind those that are there, and nested blocks behind everything. */
export function createInBlock(
  text: string,
  block: Block,
  draft: Draft,
  newline: string,
): readonly Splice[] | Refused {
  const { open, end } = block;
  const { items } = block.body;
  const base = indentOf(text, block.start);
  const taken = items.find((item) => item.kind === 'attribute' && draft.names.has(item.name));
  if (taken) return { refused: 'the argument is there already, with a value that is not known' };
  const inner = text.slice(open + 1, end - 1);
  if (!inner.includes('\n')) {
    const indent = `${base}  `;
    const lines = [inner.trim(), ...renderDraft(draft, indent, newline)].filter(Boolean);
    const body = lines.map((line) => newline + indent + line).join('');
    return [{ start: open + 1, end: end - 1, text: body + newline + base }];
  }
  const first = items.find((item) => isFirstInLine(text, item.start));
  const indent = first ? indentOf(text, first.start) : `${base}  `;
  if (items.some((item) => lineEnd(text, item.end) >= end) || (items.length > 0 && !first))
    return { refused: 'the block is laid out in a way that is not understood: mend it by hand' };
  const attributes = renderDraft({ ...draft, blocks: [] }, indent, newline);
  const blocks = renderDraft({ ...draft, attributes: [] }, indent, newline);
  return [
    ...addAttributes(text, block, attributes, indent, newline),
    ...addBlocks(text, block, blocks, indent, newline),
  ];
}

function addAttributes(
  text: string,
  { open, end, body }: Block,
  lines: string[],
  indent: string,
  newline: string,
): Splice[] {
  if (lines.length === 0) return [];
  const firstBlock = body.items.findIndex(({ kind }) => kind === 'block');
  const before = (firstBlock < 0 ? body.items : body.items.slice(0, firstBlock)) as readonly Attribute[];
  const own = before.filter(({ name }) => !meta.has(name));
  const oneLine = own.filter(
    ({ start, end, value }) => lineEnd(text, start) >= end || (value.kind === 'template' && value.heredoc),
  );
  const anchor = oneLine.at(-1) ?? own.at(-1) ?? before.at(-1);
  const put = lines.map((line) => newline + indent + line).join('');
  if (anchor) return [insert(lineEnd(text, anchor.end), put)];
  if (firstBlock >= 0) return [insert(lineEnd(text, open + 1), put + newline)];
  return [insert(lineEndBefore(text, end - 1), put)];
}

function addBlocks(
  text: string,
  { end, body }: Block,
  lines: string[],
  indent: string,
  newline: string,
): Splice[] {
  if (lines.length === 0) return [];
  const last = body.items.at(-1);
  const put = lines.map((line) => newline + newline + indent + line).join('');
  if (last) return [insert(lineEnd(text, last.end), put)];
  return [insert(lineEndBefore(text, end - 1), put.slice(newline.length))];
}

/** Adds entries to an object behind the last one, in its own style. */
export function createInObject(
  text: string,
  object: ObjectConstructor,
  value: { readonly [key: string]: Plain },
  newline: string,
): readonly Splice[] {
  const { start, end, items } = object;
  const base = indentOf(text, start);
  const last = items.at(-1);
  if (!last) return [{ start, end, text: renderValue(value, base, newline) }];
  const between = text.slice(last.key.end, last.value.start);
  const sign = between.includes('=') ? ' = ' : between;
  const quoted = items.every(({ key }) => text[key.start] === '"');
  const entries = (indent: string) =>
    Object.entries(value).map(
      ([key, held]) =>
        (quoted ? JSON.stringify(key) : renderKey(key)) + sign + renderValue(held, indent, newline),
    );
  return addBehind(text, object, last, entries, newline, false);
}

/** Adds items to a list behind the last one, in its own style. */
export function createInTuple(
  text: string,
  tuple: Tuple,
  value: readonly Plain[],
  newline: string,
): readonly Splice[] {
  const { start, end, items } = tuple;
  const last = items.at(-1);
  if (!last) return [{ start, end, text: renderValue(value, indentOf(text, start), newline) }];
  const entries = (indent: string) => value.map((held) => renderValue(held, indent, newline));
  return addBehind(text, tuple, last, entries, newline, true);
}

/** @param needsComma whether a line end alone does not separate entries */
function addBehind(
  text: string,
  { end }: Range,
  last: Range,
  entries: (indent: string) => string[],
  newline: string,
  needsComma: boolean,
): Splice[] {
  const comma = /^\s*,/.exec(text.slice(last.end, last.end + 200));
  const behind = last.end + (comma?.[0].length ?? 0);
  if (!isFirstInLine(text, end - 1)) {
    const put = entries(indentOf(text, last.start)).join(', ');
    return [insert(behind, comma ? ` ${put}` : `, ${put}`)];
  }
  const indent = indentOf(text, last.start);
  const lines = entries(indent).map((entry) => newline + indent + entry);
  const separator = comma || needsComma ? ',' : '';
  const put = lines.join(separator) + (comma ? ',' : '');
  const eol = lineEnd(text, behind);
  if (comma || !needsComma) return [insert(eol, put)];
  return eol === behind ? [insert(eol, `,${put}`)] : [insert(behind, ','), insert(eol, put)];
}

function insert(at: number, text: string): Splice {
  return { start: at, end: at, text };
}
