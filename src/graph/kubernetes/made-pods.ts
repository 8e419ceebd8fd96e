import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { isCarried, type LabelSelector } from './labels.ts';
import { mayMeet, pairsOf } from './names.ts';
import { mayBeMadeByOperator } from './presence.ts';

/** Labels that people give to pods themselves, although they have a prefix. Source: Kubernetes documentation, Recommended Labels. */
const recommended = 'app.kubernetes.io/';

/** Custom resources are looked through this deep. */
const deepest = 16;

/**
 * Whether pods that a selector of `from` means may come from a controller and stand in no file: an operator is there, the
 * selector asks for a label that only a controller gives (`cnpg.io/cluster`), for the gateways that an installation of Istio
 * brings, or a custom resource names its labels.
 */
export function mayBeMade(graph: Graph, from: Resource, selector: LabelSelector): boolean {
  if (mayBeMadeByOperator(graph, from)) return true;
  const { equal } = selector;
  if (equal.some(([key]) => key.includes('/') && !key.startsWith(recommended) && !isCarried(graph, key)))
    return true;
  if (equal.some(([key, value]) => key === 'istio' && /gateway$/.test(value))) return true;
  if (equal.length === 0) return false;
  const sources = equal.map(([key, value]) => namedLabels(graph).get(`${key}=${value}`) ?? []);
  return sources.every((list) => list.some((other) => mayMeet(from, other)));
}

/** The custom resources that name a label somewhere in them, as those with templates of pods do, by `key=value`. */
function namedLabels(graph: Graph): ReadonlyMap<string, readonly Resource[]> {
  return graph.derive(namedLabels, () => {
    const found = new Map<string, Resource[]>();
    for (const type of graph.types) {
      if (!type.includes('.')) continue;
      for (const resource of graph.ofType(type)) {
        if (resource.source !== 'kubernetes') continue;
        for (const pair of labelsWithin(resource.body.peek('spec'), 0)) {
          const list = found.get(pair);
          if (list) list.push(resource);
          else found.set(pair, [resource]);
        }
      }
    }
    return found;
  });
}

function labelsWithin(node: Node | undefined, depth: number): string[] {
  const content = node?.content;
  if (depth > deepest || content === null || typeof content !== 'object') return [];
  if (Array.isArray(content))
    return (content as readonly Node[]).flatMap((item) => labelsWithin(item, depth + 1));
  if (!(content instanceof Mapping)) return [];
  return content.keys.flatMap((key, at) =>
    key === 'labels'
      ? pairsOf(content.nodes[at]).map(([name, value]) => `${name}=${value}`)
      : labelsWithin(content.nodes[at], depth + 1),
  );
}
