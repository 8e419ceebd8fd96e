import type { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import type { Graph } from './graph.ts';

/** What a check judges one at a time: a resource, or a part of one (a container, a rule). */
export interface Subject {
  readonly resource: Resource;
  /** the part of the resource's body that is judged, and where a finding points by default */
  readonly node: Node;
}

/** Finds subjects in a graph. Checks that share a selector share its answer, so define one once and export it. */
export interface Selector<S> {
  /** plural, as it reads in "412 containers examined" */
  readonly of: string;
  find(graph: Graph): readonly S[];
}

/** Resources of the given types, each judged as a whole. */
export function resources(...types: readonly string[]): Selector<Subject> {
  const known = shared.get(types.join());
  if (known) return known;
  const selector: Selector<Subject> = {
    of: types.join(', '),
    find: (graph) =>
      types.flatMap((type) => graph.ofType(type).map((resource) => ({ resource, node: resource.body }))),
  };
  shared.set(types.join(), selector);
  return selector;
}

const shared = new Map<string, Selector<Subject>>();
