import type { HclMap, HclValue } from './value.ts';

/** `name = value` */
export interface Attribute {
  readonly kind: 'attribute';
  readonly name: string;
  readonly value: HclValue;
  readonly comment?: string;
}

export interface Block {
  readonly kind: 'block';
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: readonly Item[];
}

/** Lines of comment above what follows. */
export interface Comment {
  readonly kind: 'comment';
  readonly text: string;
}

/** An empty line. */
export interface Gap {
  readonly kind: 'gap';
}

export type Item = Attribute | Block | Comment | Gap;
/** What a body is made from: items, maps of attributes, and nothing where something does not apply. */
export type Part = Item | HclMap | readonly Part[] | undefined | false;

/** A block. A map among its parts is attributes: `block('resource', ['aws_vpc', 'this'], { cidr_block: raw('var.cidr') })`. */
export function block(type: string, labels: readonly string[], ...parts: readonly Part[]): Block {
  return { kind: 'block', type, labels, body: itemsOf(parts) };
}

/** `resource "aws_vpc" "this" { … }` */
export function resource(type: string, name: string, ...parts: readonly Part[]): Block {
  return block('resource', [type, name], ...parts);
}

/** `data "aws_caller_identity" "current" { … }` */
export function data(type: string, name: string, ...parts: readonly Part[]): Block {
  return block('data', [type, name], ...parts);
}

/** An attribute, for one whose name is given or that has a comment behind it. */
export function attribute(name: string, value: HclValue, comment?: string): Attribute {
  return { kind: 'attribute', name, value, ...(comment === undefined ? {} : { comment }) };
}

/** `# why` above what follows; several lines where it has some. */
export function comment(text: string): Comment {
  return { kind: 'comment', text };
}

/** An empty line between attributes; blocks get theirs by themselves. */
export const gap: Gap = { kind: 'gap' };

/** Parts as items. */
export function itemsOf(parts: readonly Part[]): Item[] {
  return parts.flatMap((part): Item[] => {
    if (part === undefined || part === false) return [];
    if (Array.isArray(part)) return itemsOf(part);
    if (isItem(part as Item | HclMap)) return [part as Item];
    return Object.entries(part as HclMap).flatMap(([name, value]) =>
      value === undefined ? [] : [{ kind: 'attribute', name, value }],
    );
  });
}

const kinds = new Set(['attribute', 'block', 'comment', 'gap']);

/** A map of attributes may have one called kind, but no body, value or text that goes with it. */
function isItem(part: Item | HclMap): part is Item {
  const { kind } = part as { kind?: unknown };
  return typeof kind === 'string' && kinds.has(kind) && (kind === 'gap' || Object.keys(part).length > 1);
}
