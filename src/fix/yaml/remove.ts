import { Mapping } from '../../model/mapping.ts';
import type { Refused } from '../change.ts';
import { isFirstInLine, lineEnd, lineEndBefore, lineStart, nextLine, skipBlanksBack } from '../lines.ts';
import type { Splice } from '../splice.ts';
import { childrenOf, isFlow, type Located } from './locate.ts';
import type { Style } from './render.ts';
import { replace } from './replace.ts';

type Removal = { readonly splices: readonly Splice[] } | Refused;

/** Takes out a key with its value or an item of a list, with a comment on its line. The last one leaves `{}` or `[]`. */
export function remove(located: Located, style: Style): Removal {
  const { parent } = located;
  if (!parent) return { refused: 'it is a whole document: delete it by hand' };
  const siblings = childrenOf(parent);
  const { content } = parent.node;
  const isOnly = content instanceof Mapping ? content.keys.length === 1 : siblings.length === 1;
  if (isOnly) return { splices: replace(parent, content instanceof Mapping ? {} : [], style) };
  const at = siblings.findIndex(({ node }) => node.start === located.node.start);
  const next = siblings[at + 1];
  return {
    splices: isFlow(parent.node) ? [inBrackets(located, siblings[at - 1], next)] : [inLines(located, next)],
  };
}

function inBrackets({ node }: Located, previous: Located | undefined, next: Located | undefined): Splice {
  if (next) return { start: node.keyStart, end: next.node.keyStart, text: '' };
  return { start: previous?.node.end ?? node.keyStart, end: node.end, text: '' };
}

function inLines({ node }: Located, next: Located | undefined): Splice {
  const { keyStart, end } = node;
  const { text } = node.file;
  if (isFirstInLine(text, keyStart)) {
    const below = nextLine(text, end);
    const isLastLine = below === text.length && text[below - 1] !== '\n';
    const start = lineStart(text, keyStart);
    return { start: isLastLine ? lineEndBefore(text, start) : start, end: below, text: '' };
  }
  // behind the dash of an item: the next entry takes its place, unless a comment stands between
  if (next && text.slice(lineEnd(text, end), next.node.keyStart).trim() === '')
    return { start: keyStart, end: next.node.keyStart, text: '' };
  return { start: skipBlanksBack(text, keyStart), end: lineEnd(text, end), text: '' };
}
