import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { Mapping } from '../../model/mapping.ts';
import { type Content, Node, type Scalar } from '../../model/node.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { keyText, MapBuilder } from './collection.ts';
import { maxDepth, maxExpandedNodes, type Problems, Unreadable } from './document.ts';
import { resolvePlain, type YamlSchema } from './plain-scalar.ts';
import { resolveTagged } from './tag.ts';

interface Anchor {
  readonly node: Node;
  /** nodes in it, aliases expanded */
  readonly size: number;
}

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
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const kind = error.reason.startsWith('nesting exceeded') ? 'limit' : 'unreadable';
    throw new Unreadable(error.reason, start + (error.mark?.position ?? 0), kind);
  }
  return new EventReader(file, text, start, events, schema, problems).documents();
}

class EventReader {
  private next = 0;
  /** where the text not yet taken begins, in `text` */
  private position = 0;
  private count = 0;
  private expanded = 0;
  private anchors = new Map<string, Anchor>();
  private open = new Set<string>();
  private tagHandles = new Map<string, string>();

  constructor(
    private readonly file: SourceFile,
    private readonly text: string,
    private readonly offset: number,
    private readonly events: readonly Event[],
    private readonly schema: YamlSchema,
    private readonly problems: Problems,
  ) {}

  documents(): Node[] {
    const documents: Node[] = [];
    while (this.next < this.events.length) {
      const event = this.events[this.next++]!;
      if (event.type !== EVENT_ID.DOCUMENT) continue;
      this.anchors = new Map();
      this.tagHandles = new Map(
        event.directives.flatMap((directive) =>
          directive.kind === 'tag' ? [[directive.handle, directive.prefix] as const] : [],
        ),
      );
      if (event.explicitStart) this.skipMarker();
      documents.push(this.node(undefined));
      this.next++;
    }
    return documents;
  }

  /** @param keyStart where the key of the value starts, in `text` */
  private node(keyStart: number | undefined): Node {
    const event = this.events[this.next++]!;
    const before = this.count + this.expanded;
    this.count++;
    switch (event.type) {
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd, keyStart);
      case EVENT_ID.SCALAR: {
        const node = this.scalar(event, keyStart);
        this.remember(event, node, before);
        return node;
      }
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const name = this.anchorOf(event);
        if (name !== undefined) this.open.add(name);
        const node = event.type === EVENT_ID.MAPPING ? this.map(event, keyStart) : this.list(event, keyStart);
        if (name !== undefined) this.open.delete(name);
        this.remember(event, node, before);
        return node;
      }
      default:
        throw new Unreadable('a value is missing', this.offset + this.position);
    }
  }

  private make(start: number, end: number, content: Content, keyStart: number | undefined): Node {
    const { offset } = this;
    return new Node(this.file, offset + start, offset + end, content, offset + (keyStart ?? start));
  }

  private alias(nameStart: number, nameEnd: number, keyStart: number | undefined): Node {
    const name = this.text.slice(nameStart, nameEnd);
    this.position = nameEnd;
    if (this.open.has(name))
      throw new Unreadable(`the anchor "${name}" holds itself`, this.offset + nameStart - 1);
    const anchor = this.anchors.get(name);
    if (!anchor)
      throw new Unreadable(`there is no anchor "${name}" before this alias`, this.offset + nameStart - 1);
    this.expand(anchor.size, nameStart - 1);
    return this.make(nameStart - 1, nameEnd, anchor.node.content, keyStart);
  }

  private expand(nodes: number, at: number): void {
    this.expanded += nodes;
    if (this.expanded > maxExpandedNodes)
      throw new Unreadable(
        `the aliases of this document stand for more than ${maxExpandedNodes} values`,
        this.offset + at,
        'limit',
      );
  }

  private scalar(event: ScalarEvent, keyStart: number | undefined): Node {
    const { text } = this;
    if (event.valueStart < 0) {
      const at = this.emptyAt(event);
      this.position = at;
      return this.make(at, at, this.value(event, ''), keyStart);
    }
    let { valueStart: start, valueEnd: end } = event;
    const value = this.value(event, getScalarValue(text, event));
    if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
      start--;
      end++;
    } else if (event.style !== SCALAR_STYLE.PLAIN) {
      const header = Math.max(this.position, event.tagEnd, event.anchorEnd);
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
      start = text.slice(header, start).search(/[|>]/) + header;
      if (end <= event.valueStart) end = endOfHeader(text, start);
    }
    this.position = Math.max(end, event.valueEnd);
    return this.make(start, end, value, keyStart);
  }

  private value(event: ScalarEvent, value: string): Scalar {
    if (event.tagStart >= 0)
      return resolveTagged(
        this.text.slice(event.tagStart, event.tagEnd),
        value,
        this.tagHandles,
        this.schema,
        this.offset + event.tagStart,
      );
    return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(value, this.schema) : value;
  }

  /** Where a value that is not written stands: after its tag, anchor, dash or colon. */
  private emptyAt(event: ScalarEvent): number {
    const properties = Math.max(event.tagEnd, event.anchorEnd);
    return properties >= 0 ? properties : this.position;
  }

  private list(event: SequenceEvent, keyStart: number | undefined): Node {
    const flow = this.text.charCodeAt(event.start) === 91;
    const items: Node[] = [];
    this.position = flow ? event.start + 1 : event.start;
    let end = event.start;
    while (this.events[this.next]!.type !== EVENT_ID.POP) {
      let dash: number | undefined;
      if (!flow) {
        dash = this.skipBlanks();
        this.position = dash + 1;
      }
      const item = this.node(dash);
      items.push(item);
      end = Math.max(item.end - this.offset, dash === undefined ? 0 : dash + 1);
      if (flow) this.skipComma();
    }
    this.next++;
    if (flow) end = this.closing();
    return this.make(event.start, end, items, keyStart);
  }

  private map(event: MappingEvent, keyStart: number | undefined): Node {
    const flow = this.text.charCodeAt(event.start) === 123;
    const builder = new MapBuilder(this.problems, this.schema);
    this.position = flow ? event.start + 1 : event.start;
    let end = event.start;
    while (this.events[this.next]!.type !== EVENT_ID.POP) {
      const keyEvent = this.events[this.next]!;
      this.takeIndicator(63);
      const key = this.node(undefined);
      this.takeIndicator(58);
      const value = this.node(key.start - this.offset);
      this.addEntry(builder, keyEvent, key, value);
      end = Math.max(value.end - this.offset, this.position > value.end - this.offset ? end : 0);
      end = Math.max(end, value.end - this.offset);
      if (flow) this.skipComma();
    }
    this.next++;
    if (flow) end = this.closing();
    return this.make(event.start, end, builder.finish(), keyStart);
  }

  private addEntry(builder: MapBuilder, keyEvent: Event, key: Node, value: Node): void {
    const { content } = key;
    if (isMerge(keyEvent, content) && this.mergeInto(builder, value)) return;
    if (content !== null && typeof content === 'object') {
      this.problems.add(
        'invalid',
        'a list or map cannot be a key: this entry is left out',
        key.start,
        key.end,
      );
      return;
    }
    builder.add(keyText(content as Scalar), value, key.start);
  }

  private mergeInto(builder: MapBuilder, value: Node): boolean {
    const { content } = value;
    const sources = content instanceof Mapping ? [value] : Array.isArray(content) ? [...content] : [];
    if (this.schema === 'kubernetes') sources.reverse();
    for (const source of sources) {
      if (!(source.content instanceof Mapping)) return this.refuseMerge(value);
      this.expand(source.content.keys.length, value.start - this.offset);
      builder.merge(source.content);
    }
    return sources.length > 0 || Array.isArray(content) || this.refuseMerge(value);
  }

  private refuseMerge(value: Node): boolean {
    this.problems.add('invalid', 'only maps can be merged by `<<`: this is left out', value.start, value.end);
    return true;
  }

  private anchorOf(event: { anchorStart: number; anchorEnd: number }): string | undefined {
    return event.anchorStart < 0 ? undefined : this.text.slice(event.anchorStart, event.anchorEnd);
  }

  private remember(event: { anchorStart: number; anchorEnd: number }, node: Node, before: number): void {
    const name = this.anchorOf(event);
    if (name !== undefined) this.anchors.set(name, { node, size: this.count + this.expanded - before });
  }

  /** Goes over blanks, line ends and comments; the offset of what follows. */
  private skipBlanks(): number {
    const { text } = this;
    let at = this.position;
    for (;;) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) at++;
      else if (code === 35) at = lineEnd(text, at);
      else break;
    }
    this.position = at;
    return at;
  }

  /** Goes past the `---` of a document, and what may be before it: the `...` of the one before, and directives. */
  private skipMarker(): void {
    const { text } = this;
    for (;;) {
      const at = this.skipBlanks();
      if (text.startsWith('...', at)) this.position = at + 3;
      else if (text.charCodeAt(at) === 37) this.position = lineEnd(text, at);
      else break;
    }
    this.position += 3;
  }

  private takeIndicator(code: number): void {
    const before = this.position;
    const at = this.skipBlanks();
    if (this.text.charCodeAt(at) === code) this.position = at + 1;
    else this.position = before;
  }

  private skipComma(): void {
    this.takeIndicator(44);
  }

  private closing(): number {
    this.position = this.skipBlanks() + 1;
    return this.position;
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

function isMerge(event: Event, content: Content): boolean {
  return (
    content === '<<' &&
    event.type === EVENT_ID.SCALAR &&
    event.style === SCALAR_STYLE.PLAIN &&
    event.tagStart < 0
  );
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xfeff;
}

/** The end of `|`, `>-`, `|2+`: what a block scalar without any line consists of. */
function endOfHeader(text: string, start: number): number {
  let end = start + 1;
  while (/[-+0-9]/.test(text.charAt(end))) end++;
  return end;
}
