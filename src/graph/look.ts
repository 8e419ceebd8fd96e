import type { Node, Path } from '../../model/node.ts';

/** The items of the list at a path, without judging: none where there is no known list. */
export function itemsAt(node: Node | undefined, ...path: Path): readonly Node[] {
  const content = node?.peek(...path)?.content;
  return Array.isArray(content) ? (content as readonly Node[]) : [];
}

/** The text at a path, without judging: empty where there is no known text. */
export function textAt(node: Node | undefined, ...path: Path): string {
  const content = node?.peek(...path)?.content;
  return typeof content === 'string' ? content : '';
}
