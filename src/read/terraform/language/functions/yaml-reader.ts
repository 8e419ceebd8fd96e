import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import { convert } from '../convert.ts';
import { Failure, fail } from '../failure.ts';
import { stringType } from '../type.ts';
import { objectValue, tupleValue, type Value } from '../value.ts';
import { resolveScalar } from './yaml-scalar.ts';

/**
 * Reads one YAML document into a value, objects and tuples throughout. @throws Failure
 * Source: zclconf/go-cty-yaml, decode.go.
 */
export function readYaml(text: string): Value {
  return new YamlReader(text, eventsOf(text)).document();
}

function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: 200 });
  } catch (error) {
    return fail(`this is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

const longTag = 'tag:yaml.org,2002:';

class YamlReader {
  private at = 0;
  private readonly anchors = new Map<string, Value | 'pending'>();

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  document(): Value {
    if (this.next()?.type !== EVENT_ID.DOCUMENT) fail('the YAML is empty');
    const value = this.value();
    this.next();
    if (this.at < this.events.length) fail('the YAML holds more than one document');
    return value;
  }

  private value(): Value {
    const event = this.next();
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.anchored(event, () => this.scalar(event));
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, () => this.sequence(event));
      case EVENT_ID.MAPPING:
        return this.anchored(event, () => this.mapping(event));
      case EVENT_ID.ALIAS:
        return this.alias(this.text.slice(event.anchorStart, event.anchorEnd));
      default:
        return fail('the YAML ends too early');
    }
  }

  private next(): Event | undefined {
    return this.events[this.at++];
  }

  private scalar(event: Event & { type: typeof EVENT_ID.SCALAR }): Value {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return resolveScalar(this.tag(event), getScalarValue(this.text, event), quoted);
  }

  private sequence(event: Event & { type: typeof EVENT_ID.SEQUENCE }): Value {
    this.expectTag(event, 'seq');
    const items: Value[] = [];
    while (!this.ends()) items.push(this.value());
    return tupleValue(items);
  }

  private mapping(event: Event & { type: typeof EVENT_ID.MAPPING }): Value {
    this.expectTag(event, 'map');
    const entries = new Map<string, Value>();
    while (!this.ends()) {
      const key = this.next();
      if (key?.type !== EVENT_ID.SCALAR) fail('only strings can be keys');
      const scalar = key as Event & { type: typeof EVENT_ID.SCALAR };
      const tag = this.tag(scalar);
      if (tag === 'merge' || (tag === '' && getScalarValue(this.text, scalar) === '<<')) this.merge(entries);
      else entries.set(this.key(scalar), this.value());
    }
    return objectValue(entries);
  }

  private key(event: Event & { type: typeof EVENT_ID.SCALAR }): string {
    const key = convert(
      this.anchored(event, () => this.scalar(event)),
      stringType,
    );
    if (key instanceof Failure || key.isNull) fail('only strings can be keys');
    return (key as Value).text;
  }

  private merge(into: Map<string, Value>): void {
    const value = this.value();
    for (const mapping of value.kind === 'tuple' && !value.isNull ? value.items : [value]) {
      if (mapping.kind !== 'object' || mapping.isNull) fail('only mappings can be merged with <<');
      for (const [key, part] of mapping.entries) into.set(key, part);
    }
  }

  private alias(name: string): Value {
    const value = this.anchors.get(name);
    if (value === undefined) fail(`there is no anchor "${name}"`);
    if (value === 'pending') fail(`the anchor "${name}" holds itself`);
    return value as Value;
  }

  private anchored(
    { anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number },
    read: () => Value,
  ): Value {
    if (anchorStart < 0) return read();
    const name = this.text.slice(anchorStart, anchorEnd);
    this.anchors.set(name, 'pending');
    const value = read();
    this.anchors.set(name, value);
    return value;
  }

  /** Without the part that all standard tags share; empty where there is none. */
  private tag({ tagStart, tagEnd }: { readonly tagStart: number; readonly tagEnd: number }): string {
    if (tagStart < 0) return '';
    const tag = this.text.slice(tagStart, tagEnd).replace(/^!<(.*)>$/, '$1');
    if (tag.startsWith('!!')) return tag.slice(2);
    return tag.startsWith(longTag) ? tag.slice(longTag.length) : tag;
  }

  private expectTag(event: { readonly tagStart: number; readonly tagEnd: number }, expected: string): void {
    const tag = this.tag(event);
    if (tag !== '' && tag !== expected) fail(`the tag ${tag} is not known`);
  }

  private ends(): boolean {
    if (this.events[this.at]?.type !== EVENT_ID.POP) return false;
    this.at++;
    return true;
  }
}
