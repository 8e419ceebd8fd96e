import type { Node, Path } from '../../model/node.ts';
import { Undecided, Unknown } from '../../model/unknown.ts';

/**
 * What a reading gives, or else what is to be taken for it. The simulation needs a figure where a check would be undecided,
 * so this is the one place that catches it: whoever calls it states what was assumed.
 */
export function orElse<T>(read: () => T, otherwise: (reason: string) => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Undecided) return otherwise(error.reason);
    throw error;
  }
}

/** A number that is known; `undefined` where it is absent or cannot be told. */
export function numberAt(node: Node | undefined, ...path: Path): number | undefined {
  const content = node?.peek(...path)?.content;
  if (typeof content === 'number') return content;
  return typeof content === 'string' && /^-?\d+(\.\d+)?$/.test(content.trim()) ? Number(content) : undefined;
}

/** A boolean that is known; `undefined` where it is absent or cannot be told. */
export function flagAt(node: Node | undefined, ...path: Path): boolean | undefined {
  const content = node?.peek(...path)?.content;
  if (content === true || content === 'true') return true;
  return content === false || content === 'false' ? false : undefined;
}

/** Texts of a list, those that are known. */
export function textsAt(node: Node | undefined, ...path: Path): readonly string[] {
  const content = node?.peek(...path)?.content;
  if (typeof content === 'string') return [content];
  if (!Array.isArray(content)) return [];
  return (content as readonly Node[]).flatMap((item) =>
    typeof item.content === 'string' ? [item.content] : [],
  );
}

export function isUnknownAt(node: Node | undefined, ...path: Path): boolean {
  return node?.peek(...path)?.content instanceof Unknown;
}
