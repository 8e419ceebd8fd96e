import type { Relation } from '../../model/relation.ts';
import { namedResources, wordsOf } from '../cloud-names.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, pairsOf } from '../kubernetes/names.ts';

/** ConfigMap → the cloud resources that its values name: a queue's URL, a bucket, a database host. */
export function linkConfiguration(graph: Graph): Relation[] {
  const named = namedResources(graph);
  if (named.size === 0) return [];
  return graph.ofType('ConfigMap').flatMap((from) => {
    const data = from.body.peek('data');
    return pairsOf(data).flatMap(([key, value]) =>
      wordsOf(value).flatMap((word) =>
        (named.get(word) ?? [])
          .filter(({ resource }) => mayMeet(from, resource))
          .map(({ resource }) => ({
            kind: 'configured-by' as const,
            from,
            to: resource,
            at: data!.peek(key)!,
          })),
      ),
    );
  });
}
