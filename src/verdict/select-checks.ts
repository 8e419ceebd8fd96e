import type { AnyCheck } from '../checks/check.ts';
import { families } from '../checks/generated/families.ts';
import type { Graph } from '../graph/graph.ts';
import type { Source } from '../model/resource.ts';

/** Which kind of source a family of checks looks at; one that is not named looks at several and is always loaded. */
const sourceOf: Readonly<Record<string, Source>> = {
  kubernetes: 'kubernetes',
  dockerfile: 'dockerfile',
  'github-actions': 'github-actions',
  'gitlab-ci': 'gitlab-ci',
  terraform: 'terraform',
};

/** Whose resources a family of checks looks at, by how Terraform's providers begin the names of types. */
const providersOf: Readonly<Record<string, readonly string[]>> = {
  aws: ['aws'],
  azure: ['azurerm', 'azuread', 'azapi'],
  gcp: ['google'],
};

/** The checks that have something to look at in a graph. */
export async function checksFor(graph: Graph): Promise<readonly AnyCheck[]> {
  const sources = new Set<Source>(graph.resources.map(({ source }) => source));
  const providers = sources.has('terraform') ? providersIn(graph) : new Set<string>();
  const wanted = Object.entries(families).filter(([family]) => {
    const [source, needed] = [sourceOf[family], providersOf[family]];
    return source ? sources.has(source) : (needed?.some((name) => providers.has(name)) ?? true);
  });
  const loaded = await Promise.all(wanted.map(([, load]) => load()));
  return loaded.flatMap(({ checks }) => checks);
}

/** `aws` where there is an `aws_s3_bucket`, a `data.aws_ami`, or only the provider's own configuration. */
function providersIn(graph: Graph): ReadonlySet<string> {
  const ofTypes = [...graph.types].map((type) => /^(?:data\.)?([a-z0-9-]+)_/.exec(type)?.[1] ?? type);
  return new Set([...ofTypes, ...graph.ofType('provider').map(({ name }) => name.split('.')[0]!)]);
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
