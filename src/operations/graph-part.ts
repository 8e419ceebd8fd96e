import { nearest } from '../config/nearest.ts';
import type { Graph } from '../graph/graph.ts';
import type { Relation } from '../model/relation.ts';
import type { Resource } from '../model/resource.ts';
import { matchesWildcards } from '../verdict/suppression-configured.ts';
import { UserError } from './options.ts';

/** Resources of a graph, and the relations among them. */
export interface GraphPart {
  readonly resources: readonly Resource[];
  readonly relations: readonly Relation[];
}

/** Which part of a graph is wanted; all of it where nothing is said. */
export interface PartOptions {
  /** types of resources; `*` stands for any text: `aws_iam_*` */
  readonly types?: readonly string[];
  /** an address, or a pattern of addresses with `*`: what hangs together with these resources */
  readonly around?: string;
  /** how many relations away from `around`, in either direction; 1 where not given */
  readonly depth?: number;
}

/** Takes a part out of a graph. @throws UserError where nothing is of such a type or has such an address */
export function partOf(graph: Graph, { types = [], around, depth = 1 }: PartOptions): GraphPart {
  const near = around === undefined ? graph.resources : neighbours(graph, around, depth);
  const wanted = types.map((type) => matcher(type, [...graph.types], 'resource of type'));
  const resources =
    wanted.length === 0 ? near : near.filter(({ type }) => wanted.some((matches) => matches(type)));
  if (resources.length === graph.resources.length) return graph;
  const kept = new Set(resources);
  return { resources, relations: graph.relations.filter(({ from, to }) => kept.has(from) && kept.has(to)) };
}

/** Breadth first, from all that the pattern means. In the order of the graph. */
function neighbours(graph: Graph, around: string, depth: number): readonly Resource[] {
  const matches = matcher(around, [...new Set(graph.resources.map(({ address }) => address))], 'resource');
  const found = new Set(graph.resources.filter(({ address }) => matches(address)));
  let edge: Iterable<Resource> = [...found];
  for (let step = 0; step < depth; step++) {
    const next: Resource[] = [];
    for (const resource of edge)
      for (const other of [
        ...graph.from(resource).map(({ to }) => to),
        ...graph.to(resource).map(({ from }) => from),
      ])
        if (!found.has(other)) {
          found.add(other);
          next.push(other);
        }
    edge = next;
  }
  return graph.resources.filter((resource) => found.has(resource));
}

/** @throws UserError where a pattern matches none of the names */
function matcher(pattern: string, names: readonly string[], what: string): (name: string) => boolean {
  const matches = (name: string) => matchesWildcards(pattern, name);
  if (names.some(matches)) return matches;
  const ending = names.filter((name) => name.endsWith(`/${pattern}`) || name.endsWith(`.${pattern}`));
  const meant = ending.length > 0 ? ending.slice(0, 4) : [nearest(pattern, names) ?? []].flat();
  throw new UserError(
    `there is no ${what} ${pattern}`,
    meant.length > 0
      ? `did you mean ${meant.join(', ').replace(/, ([^,]+)$/, ' or $1')}?`
      : '`plinth graph` without options lists them all; * stands for any text',
  );
}
