import type { Node } from '../model/node.ts';
import { MappedText } from './mapped-text.ts';

/**
 * The text of a YAML string, line by line where it stands in the file, so that offsets in a script lead to its source.
 * Line feeds at the end, and escapes in double quotes, may differ from the node's content; offsets always lead into the node.
 */
export function textOfScalar(node: Node): MappedText {
  const { start, end, content } = node;
  const { text } = node.file;
  const raw = text.slice(start, end);
  if (raw.startsWith('|') || raw.startsWith('>')) return blockText(text, start, end, raw.startsWith('>'));
  if (raw === content) return MappedText.join(text, [[start, end]]);
  if (raw.slice(1, -1) === content) return MappedText.join(text, [[start + 1, end - 1]]);
  return new MappedText(String(content), [0], [start]);
}

function blockText(text: string, start: number, end: number, folded: boolean): MappedText {
  const ranges: [number, number][] = [];
  let indent = -1;
  let at = text.indexOf('\n', start) + 1;
  while (at > 0 && at < end) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed >= end ? end : feed;
    const first = at + leadingSpaces(text, at, stop);
    const isBlank = first >= stop || (text[first] === '\r' && first + 1 === stop);
    if (indent < 0 && !isBlank) indent = first - at;
    if (isBlank) ranges.push([stop, Math.min(stop + 1, end)]);
    else {
      const from = Math.min(at + indent, first);
      // a folded line follows the one before it after a blank, for which a blank of its indentation serves
      ranges.push(folded ? [Math.max(from - 1, at), stop] : [from, Math.min(stop + 1, end)]);
    }
    at = stop + 1;
  }
  return MappedText.join(text, ranges);
}

function leadingSpaces(text: string, at: number, end: number): number {
  let spaces = 0;
  while (at + spaces < end && text[at + spaces] === ' ') spaces++;
  return spaces;
}
