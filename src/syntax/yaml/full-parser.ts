import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Node } from '../../model/node.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { maxDepth, type Problems, Unreadable } from './document.ts';
import { messageFor } from './error-message.ts';
import { EventReader } from './event-reader.ts';
import type { YamlSchema } from './plain-scalar.ts';

/**
 * Parses documents with all that YAML has, from js-yaml's events, into nodes that know their ranges.
 * @param start, end the part of the file's text that is to be read
 * @throws Unreadable with the place
 */
export function parseFully(
  file: SourceFile,
  start: number,
  end: number,
  schema: YamlSchema,
  problems: Problems,
): Node[] {
  const text = file.text.slice(start, end);
  return new EventReader(file, text, start, eventsOf(text, start), schema, problems).documents();
}

function eventsOf(text: string, offset: number): Event[] {
  try {
    // js-yaml counts scalars and keys too; collections are counted exactly when its events are read
    return parseEvents(text, { maxDepth: maxDepth + 3 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const kind = error.reason.startsWith('nesting exceeded') ? 'limit' : 'unreadable';
    throw new Unreadable(
      messageFor(error.reason, text, error.mark?.position ?? 0),
      offset + (error.mark?.position ?? 0),
      kind,
    );
  }
}
