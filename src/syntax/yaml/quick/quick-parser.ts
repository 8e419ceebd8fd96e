import { Node } from '../../../model/node.ts';
import { BYTE_ORDER_MARK } from '../characters.ts';
import { readBlock } from './block.ts';
import { beyond, type Reader } from './reader.ts';

/**
 * Parses the YAML that people write for Kubernetes: block maps and lists, plain and quoted scalars over any number of
 * lines, block scalars, flow collections and comments. On all else it gives up, for the full parser to take over; so it
 * does on nearly all that is wrong, such as a line that stands below nothing and remains unread at the end.
 *
 * It differs from the specification in one way, as kubectl does: lines inside of quotes and brackets need no
 * indentation.
 *
 * @returns the document between `start` and `end`; null where there are only comments, undefined where it gives up
 * @throws Unreadable where the document nests too deeply, or a quote or bracket is never closed
 */
export function parseQuickly(reader: Reader, start: number, end: number): Node | null | undefined {
  const { codes, file, text, problems } = reader;
  const problemsBefore = problems.list.length;
  const contentStart = codes[start] === BYTE_ORDER_MARK ? start + 1 : start;
  reader.begin(contentStart, end);
  try {
    const marked = text.startsWith('---', contentStart);
    if (marked) {
      reader.at += 3;
      reader.endLine();
    }
    reader.toContent();
    if (reader.column < 0) return marked ? new Node(file, contentStart + 3, contentStart + 3, null) : null;
    const node = readBlock(reader, -1, reader.at);
    if (reader.column < 0) return node;
  } catch (signal) {
    if (signal !== beyond) throw signal;
  }
  problems.keep(problemsBefore);
  return undefined;
}
