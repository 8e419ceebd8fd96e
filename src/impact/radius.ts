import type { Graph } from '../graph/graph.ts';
import type { Relation } from '../model/relation.ts';
import type { Resource } from '../model/resource.ts';
import { type Change, type Effect, effectOf } from './effect.ts';
import { type FlowGraph, flowGraph } from './flow-graph.ts';
import { type Spread, spread } from './spread.ts';

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
  const flow = flowGraph(graph);
  const found = spread(flow.arcs, subjects.map(flow.numberOf), change);
  let affected: readonly Affected[] | undefined;
  return {
    get affected() {
      affected ??= Array.from(found.reached, (node) => new Hit(flow, found, node));
      return affected;
    },
    effectOn(resource) {
      const rank = found.rankOf(flow.numberOf(resource));
      return rank === 0 ? undefined : effectOf(rank);
    },
    wayFrom(resource) {
      const way: Step[] = [];
      for (let node = flow.numberOf(resource); found.before(node) >= 0; node = found.before(node))
        way.push(stepFrom(flow, found, node));
      return way;
    },
  };
}

class Hit implements Affected {
  constructor(
    private readonly flow: FlowGraph,
    private readonly found: Spread,
    private readonly node: number,
  ) {}

  get resource(): Resource {
    return this.flow.resources[this.node]!;
  }
  get effect(): Effect {
    return effectOf(this.found.rankOf(this.node));
  }
  get likely(): boolean {
    return this.found.isLikely(this.node);
  }
  get distance(): number {
    return this.found.distanceOf(this.node);
  }
  get next(): Step {
    return stepFrom(this.flow, this.found, this.node);
  }
}

function stepFrom({ resources, relationOf }: FlowGraph, found: Spread, node: number): Step {
  return {
    from: resources[node]!,
    to: resources[found.before(node)]!,
    ...relationOf(found.arcTo(node)),
  };
}
