import type { Graph } from '../graph/graph.ts';
import type { Relation } from '../model/relation.ts';
import type { Resource } from '../model/resource.ts';
import { ArcList } from './arc-list.ts';
import { backUnderCircumstances } from './circumstances.ts';
import { carriesOf } from './rules/rules.ts';
import type { Arcs } from './spread.ts';

/** The ways that failure goes in a graph of resources, as arcs between their numbers. */
export interface FlowGraph {
  readonly arcs: Arcs;
  readonly resources: readonly Resource[];
  numberOf(resource: Resource): number;
  /** the relation behind an arc, and whether the arc leads from its `from` to its `to` */
  relationOf(arc: number): { readonly relation: Relation; readonly isBack: boolean };
}

/** Reads from every relation of a graph what it carries; made once for each graph. */
export function flowGraph(graph: Graph): FlowGraph {
  return graph.derive(flowGraph, () => build(graph));
}

function build(graph: Graph): FlowGraph {
  const { resources, relations } = graph;
  const numbered = new Map(resources.map((resource, at) => [resource, at]));
  const carries = carriesOf();
  const found = new ArcList(resources.length);
  relations.forEach((relation, at) => {
    const from = numbered.get(relation.from);
    const to = numbered.get(relation.to);
    if (from === undefined || to === undefined || from === to) return;
    const { forward, back } = carries(relation);
    if (forward)
      found.add(
        to,
        from,
        relation.optional ? 'partly' : forward,
        2 * at,
        `${relation.kind} ${relation.to.type}`,
      );
    if (back) found.add(from, to, backUnderCircumstances(graph, relation, back), 2 * at + 1, relation.kind);
  });
  const { arcs, behind } = found.sorted();
  return {
    arcs,
    resources,
    numberOf: (resource) => numbered.get(resource)!,
    relationOf: (arc) => ({ relation: relations[behind[arc]! >> 1]!, isBack: (behind[arc]! & 1) === 1 }),
  };
}
