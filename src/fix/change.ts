import type { Edit } from '../model/edit.ts';
import { Mapping } from '../model/mapping.ts';
import type { Node, Path, Plain } from '../model/node.ts';
import type { SourceFile } from '../model/source-file.ts';
import { ExpressionNode } from '../read/terraform/expression-node.ts';
import { newlineOf } from './lines.ts';

/** An edit brought to the file that a person would edit. Its node is of that file. */
export type Change =
  /** make something where nothing is yet; `path` is not empty */
  | {
      readonly kind: 'create';
      readonly in: Node;
      readonly path: Path;
      readonly value: Plain;
      readonly as: CreateAs;
      readonly after?: string;
    }
  | { readonly kind: 'replace'; readonly node: Node; readonly value: Plain }
  | { readonly kind: 'remove'; readonly node: Node }
  | {
      readonly kind: 'text';
      readonly file: SourceFile;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    };

/** HCL: what keys on the way become that are not there yet. */
export type CreateAs = 'block' | 'object';

/** Why something is not done, as the end of "not fixed: …". */
export interface Refused {
  readonly refused: string;
}

export function fileOf(change: Change): SourceFile {
  if (change.kind === 'text') return change.file;
  return (change.kind === 'create' ? change.in : change.node).file;
}

/** Brings an edit to where a person would make it: through variables, rendered files and what is already there. */
export function resolveEdit(edit: Edit): readonly Change[] | Refused {
  switch (edit.op) {
    case 'text':
      return [asWritten(edit)];
    case 'replace': {
      const node = edit.node.source();
      return node ? [{ kind: 'replace', node, value: edit.value }] : noSource;
    }
    case 'remove':
      return removals(edit.node);
    case 'set':
      return resolveSet(edit);
  }
}

/** A text with the line ends of its file. */
function asWritten({ file, start, end, text }: Extract<Edit, { op: 'text' }>): Change {
  return { kind: 'text', file, start, end, text: text.replace(/\r?\n/g, newlineOf(file.text)) };
}

const noSource: Refused = { refused: 'it is not known where in the repository the value is written' };

function removals(node: Node): readonly Change[] | Refused {
  const { content } = node;
  const items = Array.isArray(content) ? (content as readonly Node[]) : [];
  // nested blocks of one type: the list has no place of its own, it starts where its first block does
  if (items.length > 1 && items[0]!.start === node.start && items[0]!.end === node.end) {
    const all = items.map(removals);
    return all.find((one): one is Refused => 'refused' in one) ?? (all as (readonly Change[])[]).flat();
  }
  // an argument goes where it stands, and what it refers to stays
  const place = node instanceof ExpressionNode ? node : node.source();
  return place ? [{ kind: 'remove', node: place }] : noSource;
}

function resolveSet({
  in: start,
  path,
  value,
  as,
  after,
}: Extract<Edit, { op: 'set' }>): readonly Change[] | Refused {
  let node = start;
  let at = 0;
  for (; at < path.length; at++) {
    node = onlyBlock(node, path[at]!);
    const next = node.peek(path[at]!);
    if (!next || next === node) break;
    node = next;
  }
  const source = node.source();
  if (!source) return noSource;
  if (at === path.length) return [{ kind: 'replace', node: source, value }];
  const key = path[at]!;
  const { content } = node;
  if (Array.isArray(content) && typeof key === 'string')
    return { refused: `there are several, and which of them gets ${key} cannot be told` };
  if (content !== null && !(content instanceof Mapping) && !Array.isArray(content))
    return { refused: `${key} cannot be set in a value that is not a map` };
  const behind = after === undefined || at > 0 ? {} : { after };
  return [{ kind: 'create', in: source, path: path.slice(at), value, as: as ?? 'block', ...behind }];
}

/** A single nested block is a list of one, which names look through. */
function onlyBlock(node: Node, key: string | number): Node {
  const { content } = node;
  if (typeof key === 'number' || !Array.isArray(content) || content.length !== 1) return node;
  return (content as readonly Node[])[0]!;
}

/** A value with the keys of a path around it. */
export function nest(path: Path, value: Plain): Plain {
  return path.reduceRight<Plain>(
    (inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }),
    value,
  );
}
