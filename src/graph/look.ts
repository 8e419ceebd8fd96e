import { Mapping } from '../model/mapping.ts';
import type { Node, Path } from '../model/node.ts';

/** The items of the list at a path, or the blocks there, without judging: none where there is no known list. */
export function itemsAt(node: Node | undefined, ...path: Path): readonly Node[] {
  const content = node?.peek(...path)?.content;
  return Array.isArray(content) ? (content as readonly Node[]) : [];
}

/** The items of a list, or a lone value as one. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (!node || node.content === null) return [];
  return Array.isArray(node.content) ? (node.content as readonly Node[]) : [node];
}

/** The text at a path, without judging: empty where there is no known text. */
export function textAt(node: Node | undefined, ...path: Path): string {
  const content = node?.peek(...path)?.content;
  return typeof content === 'string' ? content : '';
}

/** The entries of a map without judging them; nothing where it is none. */
export function entriesOf(node: Node | undefined): (readonly [string, Node])[] {
  if (!(node?.content instanceof Mapping)) return [];
  const { keys, nodes } = node.content;
  return keys.map((key, at) => [key, nodes[at]!] as const);
}
