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

/**
 * What a change of some resources does to all others.
 * @param paths the attributes that change, where it is known: who reads other keys of a ConfigMap or Secret notices nothing
 */
export function radiusOf(
  graph: Graph,
  subjects: readonly Resource[],
  change: Change,
  paths: readonly string[] = [],
): Radius {
  const flow = flowGraph(graph);
  const seeds = subjects.map(flow.numberOf);
  const unconcerned = change === 'modify' ? readersOfOtherKeys(graph, subjects, paths) : nobody;
  const found = spread(flow.arcs, seeds, change, new Set([...unconcerned].map(flow.numberOf)));
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

const nobody: ReadonlySet<Resource> = new Set();

/** Those that want only keys of a ConfigMap or Secret which do not change. */
function readersOfOtherKeys(
  graph: Graph,
  [subject, ...others]: readonly Resource[],
  paths: readonly string[],
): ReadonlySet<Resource> {
  if (!subject || others.length > 0 || !/^(ConfigMap|Secret)$/.test(subject.type)) return nobody;
  const keys = paths.map((path) => /^(?:data|stringData|binaryData)\.(.+)$/s.exec(path)?.[1]);
  if (keys.length === 0 || keys.includes(undefined)) return nobody;
  const readers = graph.to(subject);
  const concerned = new Set(
    readers.filter(({ key }) => key === undefined || keys.includes(key)).map(({ from }) => from),
  );
  return new Set(readers.map(({ from }) => from).filter((one) => !concerned.has(one)));
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
