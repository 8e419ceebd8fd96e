import { Mapping } from '../model/mapping.ts';
import type { Node } from '../model/node.ts';

/** One step on the way from an object to a node in it. */
export interface PlaceStep {
  /** the key in a map, or the index in a list */
  readonly key: string | number;
  /** the value there, in the rendered text */
  readonly value: Node;
}

/** The way from a root to a node that lies in it, found by the ranges of the rendered text; `undefined` where it is elsewhere. */
export function wayTo(root: Node, target: Node): readonly PlaceStep[] | undefined {
  const way: PlaceStep[] = [];
  let node = root;
  while (node !== target) {
    const step = childHolding(node, target);
    if (!step) return node.start <= target.start && target.end <= node.end ? way : undefined;
    way.push(step);
    node = step.value;
  }
  return way;
}

function childHolding(node: Node, target: Node): PlaceStep | undefined {
  const { content } = node;
  if (content instanceof Mapping) {
    const at = content.nodes.findIndex((child) => holds(child, target));
    return at < 0 ? undefined : { key: content.keys[at]!, value: content.nodes[at]! };
  }
  if (!Array.isArray(content)) return undefined;
  const items = content as readonly Node[];
  const at = items.findIndex((child) => holds(child, target));
  return at < 0 ? undefined : { key: at, value: items[at]! };
}

function holds(child: Node, target: Node): boolean {
  return (
    child === target ||
    (child.keyStart <= target.keyStart && target.end <= child.end && target.end > child.keyStart)
  );
}

/** How far a way could be followed in another tree. */
export interface Followed {
  readonly node: Node;
  /** steps taken; all of them where it is the counterpart itself */
  readonly steps: number;
}

/** Goes the same way in a tree that the rendered text was made from; list items are matched as a strategic merge does. */
export function follow(root: Node, way: readonly PlaceStep[]): Followed {
  let node = root;
  for (let at = 0; at < way.length; at++) {
    const next = counterpart(node, way[at]!);
    if (!next) return { node, steps: at };
    node = next;
  }
  return { node, steps: way.length };
}

/** Keys that tell list items apart, the most telling first. Source: the merge keys of the Kubernetes API. */
const identities = [
  'name',
  'containerPort',
  'port',
  'mountPath',
  'devicePath',
  'topologyKey',
  'ip',
  'host',
  'path',
  'key',
  'type',
  'uid',
] as const;

function counterpart(node: Node, { key, value }: PlaceStep): Node | undefined {
  const { content } = node;
  if (typeof key === 'string') return content instanceof Mapping ? content.get(key) : undefined;
  if (!Array.isArray(content)) return undefined;
  const items = content as readonly Node[];
  if (!(value.content instanceof Mapping)) return items.find((item) => item.content === value.content);
  const identity = identities.find((name) => isScalar(value.peek(name)));
  if (!identity) return items[key];
  const name = value.peek(identity)?.content;
  const named = items.filter((item) => item.peek(identity)?.content === name);
  return named.length > 1 && named.includes(items[key]!) ? items[key] : named[0];
}

function isScalar(node: Node | undefined): boolean {
  return node !== undefined && (typeof node.content === 'string' || typeof node.content === 'number');
}
