import { parseTemplateInJson } from './json-string.ts';
import type { JsonObject, JsonProperty, JsonString, JsonValue } from './json-tree.ts';
import type { Attribute, Block, Body, Expression, Label, SyntaxFault } from './tree.ts';

/** A type of block: JSON does not tell blocks from attributes, the reader's schema does. */
export interface BlockType {
  /** how many labels it has, each a level of objects around the block */
  readonly labels: number;
  /** the types of block that may stand in it; none if left out */
  readonly blocks?: BlockTypes;
}
export type BlockTypes = Readonly<Record<string, BlockType>>;

export interface BodyOfJson {
  readonly body: Body;
  readonly errors: readonly SyntaxFault[];
}

/**
 * Turns a JSON value into the body that native syntax would give, by the HCL JSON specification: properties named
 * in `types` are blocks, `//` is a comment, all others are attributes; strings are templates.
 *
 * An attribute starts behind the quote of its name, so that `start` to `start + name.length` is the name there too.
 * A block starts at its last label (or its type), and `open` is the brace of its own object.
 * @param text that the value was read from
 */
export function jsonToBody(text: string, value: JsonValue, types: BlockTypes): BodyOfJson {
  const errors: SyntaxFault[] = [];
  return { body: bodyOf({ text, errors }, value, types), errors };
}

interface Context {
  readonly text: string;
  readonly errors: SyntaxFault[];
}

function bodyOf(context: Context, value: JsonValue, types: BlockTypes): Body {
  const items: (Attribute | Block)[] = [];
  const names = new Set<string>();
  for (const { name, value: held } of propertiesOf(context, value, 'arguments and blocks')) {
    if (name.text === '//') continue;
    const type = Object.hasOwn(types, name.text) ? types[name.text] : undefined;
    if (type) {
      addBlocks(context, items, { type: name.text, schema: type, labels: [], start: name.start }, held);
      continue;
    }
    if (names.has(name.text))
      context.errors.push({
        message: `"${name.text}" is set twice in this body: remove one.`,
        start: name.start,
        end: name.end,
      });
    names.add(name.text);
    const expression = expressionOf(context, held);
    items.push({
      kind: 'attribute',
      start: name.start + 1,
      end: held.end,
      name: name.text,
      value: expression,
    });
  }
  return { start: value.start + 1, end: value.end - 1, items };
}

interface Header {
  readonly type: string;
  readonly schema: BlockType;
  readonly labels: readonly Label[];
  readonly start: number;
}

/** Goes down one object a label, then adds a block for the object below, or for each of a list of objects. */
function addBlocks(context: Context, items: (Attribute | Block)[], header: Header, value: JsonValue): void {
  const { type, schema, labels } = header;
  if (labels.length < schema.labels) {
    for (const { name, value: held } of propertiesOf(context, value, `the labels of "${type}"`)) {
      const label = { start: name.start, end: name.end, text: name.text };
      addBlocks(context, items, { ...header, labels: [...labels, label], start: name.start }, held);
    }
  } else if (value.kind === 'array') {
    for (const item of value.items) addBlock(context, items, { ...header, start: item.start }, item);
  } else if (value.kind !== 'constant' || value.value !== null) addBlock(context, items, header, value);
}

function addBlock(context: Context, items: (Attribute | Block)[], header: Header, value: JsonValue): void {
  const { type, schema, labels, start } = header;
  const body = bodyOf(context, value, schema.blocks ?? {});
  items.push({ kind: 'block', start, end: value.end, type, labels, body, open: value.start });
}

/** The properties of an object, or of all objects of a list; `null` stands for none. */
function propertiesOf(context: Context, value: JsonValue, purpose: string): readonly JsonProperty[] {
  if (value.kind === 'object') return value.properties;
  if (value.kind === 'constant' && value.value === null) return [];
  if (value.kind === 'array')
    return value.items.flatMap((item) => objectOf(context, item, purpose)?.properties ?? []);
  objectOf(context, value, purpose);
  return [];
}

function objectOf({ errors }: Context, value: JsonValue, purpose: string): JsonObject | undefined {
  if (value.kind === 'object') return value;
  errors.push({ message: `Expected an object that holds ${purpose}.`, start: value.start, end: value.end });
  return undefined;
}

function expressionOf(context: Context, value: JsonValue): Expression {
  const { start, end } = value;
  switch (value.kind) {
    case 'string':
      return templateOf(context, value);
    case 'number': {
      if (!value.number.startsWith('-'))
        return { kind: 'literal', start, end, value: { number: value.number } };
      const operand = {
        kind: 'literal',
        start: start + 1,
        end,
        value: { number: value.number.slice(1) },
      } as const;
      return { kind: 'unary', start, end, operator: '-', operand };
    }
    case 'constant':
      return { kind: 'literal', start, end, value: value.value };
    case 'array':
      return { kind: 'tuple', start, end, items: value.items.map((item) => expressionOf(context, item)) };
    case 'object': {
      const items = value.properties.map(({ name, value: held }) => ({
        start: name.start,
        end: held.end,
        key: templateOf(context, name),
        value: expressionOf(context, held),
      }));
      return { kind: 'object', start, end, items };
    }
  }
}

/** A string as a template with the range of the string, quotes included. */
function templateOf({ text, errors }: Context, string: JsonString): Expression {
  const { start, end } = string;
  if (!string.text.includes('{'))
    return {
      kind: 'template',
      start,
      end,
      parts: [{ kind: 'text', start: start + 1, end: end - 1, text: string.text }],
    };
  const parsed = parseTemplateInJson(text, string);
  errors.push(...parsed.errors);
  return { ...parsed.expression, start, end };
}
