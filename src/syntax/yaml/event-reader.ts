import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { type Content, Node, type Scalar } from '../../model/node.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { Anchors, type Measured } from './anchors.ts';
import { isLineBreak } from './characters.ts';
import { maxDepth, type Problems, tooDeep, Unreadable } from './document.ts';
import { Gaps } from './gaps.ts';
import { MapBuilder } from './map-builder.ts';
import { resolvePlain, type YamlSchema } from './plain-scalar.ts';
import { resolveTagged } from './tag.ts';

/**
 * Makes nodes of js-yaml's events. The offsets of the events, and all inside of this class, count from `offset` in the
 * file's text.
 */
export class EventReader {
  private next = 0;
  private depth = 0;
  private readonly gaps: Gaps;
  private anchors: Anchors;
  private tagHandles = new Map<string, string>();

  constructor(
    private readonly file: SourceFile,
    private readonly text: string,
    private readonly offset: number,
    private readonly events: readonly Event[],
    private readonly schema: YamlSchema,
    private readonly problems: Problems,
  ) {
    this.gaps = new Gaps(text);
    this.anchors = new Anchors(problems);
  }

  /** @throws Unreadable where an alias or tag is wrong */
  documents(): Node[] {
    const documents: Node[] = [];
    while (this.next < this.events.length) {
      const event = this.events[this.next++]!;
      if (event.type !== EVENT_ID.DOCUMENT) continue;
      this.anchors = new Anchors(this.problems);
      this.tagHandles = new Map();
      for (const directive of event.directives)
        if (directive.kind === 'tag') this.tagHandles.set(directive.handle, directive.prefix);
      if (event.explicitStart) this.gaps.passMarker();
      documents.push(this.value(undefined).node);
    }
    return documents;
  }

  /** @param keyStart where the key of the value starts; undefined where there is none */
  private value(keyStart: number | undefined): Measured {
    const event = this.events[this.next++]!;
    if (event.type === EVENT_ID.ALIAS) return this.alias(event, keyStart);
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP)
      throw new Unreadable('a value is missing here', this.offset + this.gaps.position);
    const { anchorStart, anchorEnd } = event;
    const anchor = anchorStart < 0 ? undefined : this.text.slice(anchorStart, anchorEnd);
    const measured =
      event.type === EVENT_ID.SCALAR
        ? { node: this.scalar(event, keyStart), size: 1, height: 0 }
        : this.collection(event, anchor, keyStart);
    if (anchor !== undefined) this.anchors.define(anchor, measured);
    return measured;
  }

  private make(start: number, end: number, content: Content, keyStart: number | undefined): Node {
    const { offset } = this;
    return new Node(this.file, offset + start, offset + end, content, offset + (keyStart ?? start));
  }

  private alias({ anchorStart, anchorEnd }: AliasEvent, keyStart: number | undefined): Measured {
    const start = anchorStart - 1;
    this.gaps.position = anchorEnd;
    const name = this.text.slice(anchorStart, anchorEnd);
    const { node, size, height } = this.anchors.resolve(name, this.offset + start, this.depth);
    return { node: this.make(start, anchorEnd, node.content, keyStart), size, height };
  }

  private scalar(event: ScalarEvent, keyStart: number | undefined): Node {
    const value = this.scalarValue(event);
    const { gaps } = this;
    const afterProperties = Math.max(gaps.position, event.tagEnd, event.anchorEnd);
    let { valueStart: start, valueEnd: end } = event;
    if (start < 0) {
      gaps.position = start = end = afterProperties;
    } else if (event.style === SCALAR_STYLE.PLAIN) {
      gaps.position = end;
    } else if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK) {
      gaps.position = afterProperties;
      start = gaps.skip();
      gaps.position = end;
      end = this.blockScalarEnd(start, event);
    } else {
      start--;
      gaps.position = ++end;
    }
    return this.make(start, end, value, keyStart);
  }

  /** The end of the last line that is not empty; of the header where there is none. */
  private blockScalarEnd(start: number, { valueStart, valueEnd, indent }: ScalarEvent): number {
    const { text } = this;
    // without any line that is not blank there is no indentation
    let end = indent < 0 ? valueStart : valueEnd;
    while (end > valueStart) {
      while (end > valueStart && isLineBreak(text.charCodeAt(end - 1))) end--;
      let lineStart = end;
      while (lineStart > valueStart && !isLineBreak(text.charCodeAt(lineStart - 1))) lineStart--;
      if (end - lineStart > indent || !/^ *$/.test(text.slice(lineStart, end))) return end;
      end = lineStart;
    }
    end = start + 1;
    while (/[-+0-9]/.test(text.charAt(end))) end++;
    return end;
  }

  private scalarValue(event: ScalarEvent): Scalar {
    const { text, schema } = this;
    const value = getScalarValue(text, event);
    if (event.tagStart >= 0) {
      const tag = text.slice(event.tagStart, event.tagEnd);
      return resolveTagged(tag, value, this.tagHandles, schema, this.offset + event.tagStart);
    }
    return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(value, schema) : value;
  }

  private collection(
    event: SequenceEvent | MappingEvent,
    anchor: string | undefined,
    keyStart: number | undefined,
  ): Measured {
    const { gaps } = this;
    const opening = this.text[event.start];
    const isFlow = event.type === EVENT_ID.MAPPING ? opening === '{' : opening === '[';
    gaps.position = isFlow ? event.start + 1 : event.start;
    if (anchor !== undefined) this.anchors.begin(anchor);
    if (++this.depth > maxDepth) throw tooDeep(this.offset + event.start);
    const { content, end, size, height } =
      event.type === EVENT_ID.MAPPING ? this.entries(isFlow) : this.items(isFlow);
    this.depth--;
    this.next++;
    if (isFlow) gaps.position = gaps.skip() + 1;
    const node = this.make(event.start, isFlow ? gaps.position : end, content, keyStart);
    return { node, size: size + 1, height: height + 1 };
  }

  private items(isFlow: boolean) {
    const { gaps, events } = this;
    const content: Node[] = [];
    let end = 0;
    let size = 0;
    let height = 0;
    while (events[this.next]!.type !== EVENT_ID.POP) {
      const dash = isFlow ? undefined : gaps.skip();
      if (dash !== undefined) gaps.position = dash + 1;
      const item = this.value(dash);
      content.push(item.node);
      size += item.size;
      height = Math.max(height, item.height);
      end = item.node.end - this.offset;
      if (isFlow) gaps.pass(',', true);
    }
    return { content, end, size, height };
  }

  private entries(isFlow: boolean) {
    const { gaps, events } = this;
    const builder = new MapBuilder(this.problems, this.schema);
    let end = 0;
    let size = 0;
    let height = 0;
    while (events[this.next]!.type !== EVENT_ID.POP) {
      const mayMerge = isMergeKey(events[this.next]!, this.text);
      gaps.pass('?', isFlow);
      const key = this.value(undefined);
      gaps.pass(':', isFlow);
      const value = this.value(key.node.start - this.offset);
      builder.addEntry(key.node, mayMerge, value.node);
      size += value.size;
      height = Math.max(height, value.height);
      end = value.node.end - this.offset;
      if (isFlow) gaps.pass(',', true);
    }
    return { content: builder.finish(), end, size, height };
  }
}

/** Whether `<<` as a key means merging: without quotes, and with no other tag than that of merging, which some tools write. */
function isMergeKey(event: Event, text: string): boolean {
  if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return false;
  return event.tagStart < 0 || text.slice(event.tagStart, event.tagEnd) === '!!merge';
}
