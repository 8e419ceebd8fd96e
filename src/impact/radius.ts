import type { Graph } from '../graph/graph.ts';
import type { Relation } from '../model/relation.ts';
import type { Resource } from '../model/resource.ts';
import { type Change, type Effect, effectOf } from './effect.ts';
import { flowGraph } from './flow-graph.ts';
import { spread } from './spread.ts';

/** One hop of the way from something that is hit to what it starts from. */
export interface Step {
  readonly from: Resource;
  readonly to: Resource;
  readonly relation: Relation;
  /** whether the relation is read the other way: `to` RELATION `from` */
  readonly isBack: boolean;
}

/** A resource that a change hits. */
export interface Affected {
  readonly resource: Resource;
  readonly effect: Effect;
  /** whether it hangs on a hint, such as permissions, and not on something that is said */
  readonly likely: boolean;
  /** relations between it and what it starts from */
  readonly distance: number;
  /** the next hop of the shortest way */
  readonly next: Step;
}

/** Everything that a change hits, the worst first and the nearest of them. */
export interface Radius {
  readonly affected: readonly Affected[];
  effectOn(resource: Resource): Effect | undefined;
  /** the whole way from a resource that is hit */
  wayFrom(resource: Resource): readonly Step[];
}

/** What a change of some resources does to all others. */
export function radiusOf(graph: Graph, subjects: readonly Resource[], change: Change): Radius {
  const { arcs, resources, numberOf, relationOf } = flowGraph(graph);
  const found = spread(arcs, subjects.map(numberOf), change);
  const stepFrom = (node: number): Step => ({
    from: resources[node]!,
    to: resources[found.before(node)]!,
    ...relationOf(found.arcTo(node)),
  });
  return {
    affected: found.reached.map((node) => ({
      resource: resources[node]!,
      effect: effectOf(found.rankOf(node)),
      likely: found.isLikely(node),
      distance: found.distanceOf(node),
      next: stepFrom(node),
    })),
    effectOn(resource) {
      const rank = found.rankOf(numberOf(resource));
      return rank === 0 ? undefined : effectOf(rank);
    },
    wayFrom(resource) {
      const way: Step[] = [];
      for (let node = numberOf(resource); found.before(node) >= 0; node = found.before(node))
        way.push(stepFrom(node));
      return way;
    },
  };
}
