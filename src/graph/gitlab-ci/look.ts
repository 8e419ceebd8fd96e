import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';

/** The entries of a map without judging them; nothing where it is none. */
export function entriesOf(node: Node | undefined): (readonly [string, Node])[] {
  if (!(node?.content instanceof Mapping)) return [];
  const { keys, nodes } = node.content;
  return keys.map((key, at) => [key, nodes[at]!] as const);
}

/** The items of a list, or a lone value as one. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (!node || node.content === null) return [];
  return Array.isArray(node.content) ? (node.content as readonly Node[]) : [node];
}
