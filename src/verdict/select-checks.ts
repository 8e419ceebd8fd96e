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

/** Families that look at the resources of one cloud or one project, by the types of these. */
const typesOf: Readonly<Record<string, RegExp>> = {
  aws: /^(data\.)?aws_/,
  azure: /^(data\.)?(azurerm|azuread|azapi)_/,
  gcp: /^(data\.)?google_/,
  'argo-cd': /\.argoproj\.io$/,
  flux: /\.toolkit\.fluxcd\.io$/,
  'cert-manager': /\.cert-manager\.io$/,
  istio: /\.istio\.io$/,
  'gateway-api': /\.gateway\.networking\.k8s\.io$/,
  'external-secrets': /\.external-secrets\.io$/,
  prometheus: /\.monitoring\.coreos\.com$/,
  karpenter: /\.karpenter\.(?:sh|k8s\.aws)$/,
  velero: /\.velero\.io$/,
};

/** The checks that have something to look at in a graph. */
export async function checksFor(graph: Graph): Promise<readonly AnyCheck[]> {
  const sources = new Set<Source>(graph.resources.map(({ source }) => source));
  // a provider may be configured where only modules from elsewhere use it
  const types = [...graph.types, ...graph.ofType('provider').map(({ name }) => `${name}_`)];
  const wanted = Object.entries(families).filter(([family]) => {
    const [source, ofTypes] = [sourceOf[family], typesOf[family]];
    return source ? sources.has(source) : !ofTypes || types.some((type) => ofTypes.test(type));
  });
  const loaded = await Promise.all(wanted.map(([, load]) => load()));
  return loaded.flatMap(({ checks }) => checks);
}

/** Every check there is, also those that run only where a simulation is asked for. */
export async function allChecks(): Promise<readonly AnyCheck[]> {
  const [{ simulationChecks }, ...loaded] = await Promise.all([
    import('../simulation/findings/all.ts'),
    ...Object.values(families).map((load) => load()),
  ]);
  return [...loaded.flatMap(({ checks }) => checks), ...simulationChecks];
}

/** Whether a pattern (`kubernetes/*`, `*`, or an id) means a check. */
export function meansCheck(pattern: string, id: string): boolean {
  if (pattern === '*' || pattern === id) return true;
  return pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1));
}
