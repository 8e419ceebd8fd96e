import type { Mapping } from '../model/mapping.ts';
import type { Node } from '../model/node.ts';
import { Undecided, Unknown } from '../model/unknown.ts';

/** What an expression reads of a node. Whole numbers are CEL's `int`; reading what is unknown throws {@link Undecided}. */
export function celValue(node: Node): unknown {
  const { content } = node;
  if (content instanceof Unknown) throw new Undecided(node, content.reason);
  if (typeof content === 'number') return Number.isSafeInteger(content) ? BigInt(content) : content;
  if (typeof content !== 'object' || content === null) return content;
  return Array.isArray(content) ? listOf(content as readonly Node[]) : mapOf(content as Mapping);
}

/** Made when it is read: an object may be large, and an expression looks at little of it. */
function lazily(target: object, key: string | number, node: Node): void {
  Object.defineProperty(target, key, { enumerable: true, get: () => celValue(node) });
}

function listOf(nodes: readonly Node[]): unknown[] {
  const list: unknown[] = [];
  nodes.forEach((node, at) => {
    lazily(list, at, node);
  });
  return list;
}

function mapOf({ keys, nodes }: Mapping): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  keys.forEach((key, at) => {
    // null is how YAML and HCL leave something unset
    if (nodes[at]!.content !== null) lazily(map, key, nodes[at]!);
  });
  return map;
}
