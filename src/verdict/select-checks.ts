import type { AnyCheck } from '../checks/check.ts';
import { families } from '../checks/generated/families.ts';
import type { Graph } from '../graph/graph.ts';

/** Which kind of source a family of checks looks at; one that is not named looks at several and is always loaded. */
const needs: Readonly<Record<string, string>> = {
  kubernetes: 'kubernetes',
  dockerfile: 'dockerfile',
  'github-actions': 'github-actions',
  'gitlab-ci': 'gitlab-ci',
  terraform: 'terraform',
  aws: 'terraform',
  azure: 'terraform',
  gcp: 'terraform',
};

/** The checks that have something to look at in a graph. */
export async function checksFor(graph: Graph): Promise<readonly AnyCheck[]> {
  const sources = new Set<string>(graph.resources.map(({ source }) => source));
  const wanted = Object.entries(families).filter(
    ([family]) => needs[family] === undefined || sources.has(needs[family]),
  );
  const loaded = await Promise.all(wanted.map(([, load]) => load()));
  return loaded.flatMap(({ checks }) => checks);
}

/** Every check there is. */
export async function allChecks(): Promise<readonly AnyCheck[]> {
  const loaded = await Promise.all(Object.values(families).map((load) => load()));
  return loaded.flatMap(({ checks }) => checks);
}

/** Whether a pattern (`kubernetes/*`, `*`, or an id) means a check. */
export function meansCheck(pattern: string, id: string): boolean {
  if (pattern === '*' || pattern === id) return true;
  return pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1));
}
