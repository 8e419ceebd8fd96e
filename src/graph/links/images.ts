import type { Relation } from '../../model/relation.ts';
import { parseImageReference } from '../../syntax/image-reference.ts';
import { type BuiltImage, builtImages } from '../built-images.ts';
import type { Graph } from '../graph.ts';
import { containers } from '../kubernetes/pods.ts';

/** Workflow → the workloads that run an image which it builds. */
export function linkImages(graph: Graph): Relation[] {
  const byName = new Map<string, BuiltImage[]>();
  for (const image of builtImages(graph)) byName.set(image.name, [...(byName.get(image.name) ?? []), image]);
  if (byName.size === 0) return [];
  const seen = new Set<string>();
  return graph.select(containers).flatMap(({ node, resource }) => {
    const at = node.peek('image');
    if (typeof at?.content !== 'string') return [];
    return (byName.get(parseImageReference(at.content).repository) ?? []).flatMap(({ workflow }) => {
      const id = `${workflow.address}\0${resource.unit.id}\0${resource.address}`;
      if (seen.has(id)) return [];
      seen.add(id);
      return [{ kind: 'builds' as const, from: workflow, to: resource, at }];
    });
  });
}
