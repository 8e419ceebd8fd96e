import type { Node } from '../../model/node.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { Problems, Unreadable, type YamlDocuments } from './document.ts';
import { parseFully } from './full-parser.ts';
import type { YamlSchema } from './plain-scalar.ts';
import { parseQuickly } from './quick/quick-parser.ts';
import { Reader } from './quick/reader.ts';
import { splitDocuments } from './split.ts';

/** Documents of one file that may be broken before the rest is left: by then it is something else than YAML. */
const maxBroken = 1000;

/** A quick look that finds all of `unusual`, and more. */
const doubtful = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/;
/** What YAML forbids, or only the full parser knows: control characters, carriage returns that end a line alone. */
const unusual = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\r(?!\n)/;

/**
 * Parses all documents of a file. A document that cannot be read becomes a problem and the others stay.
 *
 * Ranges: a node goes from the first to past the last character of its value, without its tag and anchor, trailing
 * blanks and comments. A block map starts at its first key, a block list at its first dash, and the `keyStart` of a
 * list's item is its dash. A value that is not written is null with an empty range. An alias has its own range and
 * shares the content of its anchor.
 *
 * @param schema what unquoted words and numbers mean; `core` for what is not read by Kubernetes' tools
 */
export function parseYaml(file: SourceFile, schema: YamlSchema = 'kubernetes'): YamlDocuments {
  const problems = new Problems(file);
  const documents: Node[] = [];
  const { text } = file;
  const reader = doubtful.test(text) && unusual.test(text) ? undefined : new Reader(file, schema, problems);
  let broken = 0;
  for (const { start, end } of splitDocuments(text)) {
    try {
      const node = reader && parseQuickly(reader, start, end);
      if (node) documents.push(node);
      else if (node === undefined) documents.push(...parseFully(file, start, end, schema, problems));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.addUnreadable(error);
      if (++broken === maxBroken) break;
    }
  }
  return { documents, problems: problems.list };
}
