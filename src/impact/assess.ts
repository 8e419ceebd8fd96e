import type { Graph } from '../graph/graph.ts';
import type { Resource } from '../model/resource.ts';
import type { Barrier } from './barrier.ts';
import { containmentOf } from './containment.ts';
import { cyclesAmong } from './cycles.ts';
import type { Change } from './effect.ts';
import { type Affected, type Radius, radiusOf, type Step } from './radius.ts';
import { roleOf } from './role.ts';
import { type Data, dataUnder, dataUnderKey, holdsData, isKey, mayLose } from './state.ts';

/** What happens when resources change or fail. */
export interface Impact {
  readonly subjects: readonly Resource[];
  readonly change: Change;
  readonly radius: Radius;
  readonly data: readonly Data[];
  /** what holds the failure back */
  readonly held: readonly Barrier[];
  /** what would hold it back */
  readonly missing: readonly Barrier[];
  /** resources among those hit that need each other in a circle */
  readonly cycles: readonly (readonly Resource[])[];
}

/**
 * Answers what happens when resources change or fail, who suffers, what contains it and what is missing.
 * @param paths the attributes that change, where they are known
 */
export function assess(
  graph: Graph,
  subjects: readonly Resource[],
  change: Change,
  paths: readonly string[] = [],
): Impact {
  const radius = radiusOf(graph, subjects, change, paths);
  const data = dataOf(graph, subjects, radius, change);
  const concerned = change === 'modify' ? [] : concernedBy(subjects, radius);
  const contained = concerned.map((resource) => containmentOf(graph, resource));
  return {
    subjects,
    change,
    radius,
    data,
    held: [...contained.flatMap(({ held }) => held), ...data.flatMap(({ guards }) => guards)],
    missing: [...data.flatMap(({ missing }) => missing), ...contained.flatMap(({ missing }) => missing)],
    cycles: cyclesAmong(graph, [
      ...subjects,
      ...radius.affected.filter(isActive).map(({ resource }) => resource),
    ]),
  };
}

function isActive({ effect }: Affected): boolean {
  return effect !== 'idle' && effect !== 'weakened';
}

function dataOf(graph: Graph, subjects: readonly Resource[], radius: Radius, change: Change): Data[] {
  if (change === 'modify') return [];
  const own = subjects.filter((resource) => holdsData(graph, resource));
  const seed = mayLose(change) ? 'goes' : 'fails';
  return [
    ...own.map((resource) => dataUnder(graph, resource, seed)),
    ...radius.affected
      .filter(
        ({ resource, effect }) => (effect === 'goes' || effect === 'fails') && holdsData(graph, resource),
      )
      .map(({ resource, effect }) => {
        const way = radius.wayFrom(resource);
        const key = mayLose(change) ? way.find(isLossOfKey)?.to : undefined;
        if (key) return dataUnderKey(graph, resource, key);
        return dataUnder(graph, resource, effect, way[0]?.to);
      }),
  ];
}

function isLossOfKey({ relation, to }: Step): boolean {
  return relation.kind === 'protected-by' && isKey(to);
}

/**
 * Whose own strength decides how bad it gets: what it starts from, the pods that lose some of their nodes or their way out,
 * and who is called.
 */
function concernedBy(subjects: readonly Resource[], { affected }: Radius): readonly Resource[] {
  const isPlatform = subjects.some((subject) => roleOf(subject) === 'platform');
  const hit = affected.filter(({ resource, effect }) => {
    if (resource.type === 'Service') return effect === 'degraded' || effect === 'fails';
    return isPlatform && effect === 'degraded' && roleOf(resource) === 'workload';
  });
  return [...new Set([...subjects, ...hit.map(({ resource }) => resource)])];
}
