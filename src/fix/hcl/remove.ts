import type { Block, Range } from '../../syntax/hcl/tree.ts';
import type { Refused } from '../change.ts';
import { isFirstInLine, lineEnd, lineEndBefore, lineStart, nextLine } from '../lines.ts';
import type { Splice } from '../splice.ts';
import type { Spot } from './locate.ts';

/** Takes out a nested block, an argument, or an entry of an object or list, with a comment on its line. */
export function remove(text: string, spot: Spot): readonly Splice[] | Refused {
  if (spot.kind === 'block') return takeItem(text, spot.block, spot.around);
  const { holder } = spot;
  switch (holder?.kind) {
    case 'attribute':
      return takeItem(text, holder.item, holder.around);
    case 'object':
      return takeEntry(text, holder.item, holder.in.items, holder.in);
    case 'tuple':
      return takeEntry(text, holder.item, holder.in.items, holder.in);
    default:
      return { refused: 'it is a part of an expression: mend it by hand' };
  }
}

function takeItem(text: string, item: Range, around: Block | undefined): readonly Splice[] | Refused {
  if (isFirstInLine(text, item.start) && endsLine(text, item.end)) return [takeLines(text, item)];
  if (around && !text.slice(around.open, around.end).includes('\n'))
    return [{ start: around.open + 1, end: around.end - 1, text: '' }];
  return { refused: 'something else stands on its line: mend it by hand' };
}

function endsLine(text: string, at: number): boolean {
  return /^[ \t]*(?:$|#|\/\/|\/\*[^*]*\*\/[ \t]*$)/.test(text.slice(at, lineEnd(text, at)));
}

/** Whole lines, and one of two blank lines that would meet. */
function takeLines(text: string, item: Range): Splice {
  const start = lineStart(text, item.start);
  const end = nextLine(text, item.end);
  const isLastLine = end === text.length && text[end - 1] !== '\n';
  if (isLastLine) return { start: lineEndBefore(text, start), end, text: '' };
  const above = start > 0 ? text.slice(lineStart(text, start - 1), start).trim() : '{';
  const below = text.slice(end, lineEnd(text, end)).trim();
  const meets = above === '' && (below === '' || below === '}');
  return { start: meets ? lineStart(text, start - 1) : start, end, text: '' };
}

function takeEntry(text: string, item: Range, items: readonly Range[], holder: Range): readonly Splice[] {
  if (items.length === 1) return [{ start: holder.start + 1, end: holder.end - 1, text: '' }];
  const at = items.findIndex(({ start }) => start === item.start);
  const next = items[at + 1];
  const rest = text.slice(item.end, lineEnd(text, item.end));
  if (isFirstInLine(text, item.start) && /^[ \t]*,?[ \t]*(?:$|#|\/\/)/.test(rest))
    return [takeLines(text, item)];
  if (next) return [{ start: item.start, end: next.start, text: '' }];
  return [{ start: items[at - 1]!.end, end: item.end, text: '' }];
}
