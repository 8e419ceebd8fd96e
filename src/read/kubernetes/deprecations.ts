import { deprecations } from '../../../data/kubernetes/deprecations.ts';
import { servedIn, versionsServing } from './api-schemas.ts';
import { groupOf } from './api-version.ts';

export interface Deprecation {
  /** minor version of 1 */
  readonly deprecatedIn: number | undefined;
  readonly removedIn: number | undefined;
  /** `apps/v1`, or with another kind: `discovery.k8s.io/v1 EndpointSlice` */
  readonly replacement: string | undefined;
}

/** What became of an API version of a kind that Kubernetes serves or served itself; `undefined` where it is in good standing. */
export function deprecationOf(apiVersion: string, kind: string): Deprecation | undefined {
  const listed = table().get(`${apiVersion} ${kind}`);
  if (listed) return listed;
  // what no list speaks of (early alpha versions) shows by the versions that serve it
  const served = servedIn(apiVersion, kind);
  if (!served) return undefined;
  const [, last] = served;
  if (last >= newest()) return undefined;
  const group = groupOf(apiVersion);
  const replacement = versionsServing(kind, last + 1).find((other) => groupOf(other) === group);
  return { deprecatedIn: undefined, removedIn: last + 1, replacement };
}

function newest(): number {
  return servedIn('v1', 'Pod')![1];
}

let known: ReadonlyMap<string, Deprecation> | undefined;

function table(): ReadonlyMap<string, Deprecation> {
  known ??= new Map(deprecations.trimEnd().split('\n').flatMap(parseLine));
  return known;
}

function parseLine(line: string): (readonly [string, Deprecation])[] {
  const [apiVersion, kinds = '', deprecated, removed, replacement = '-'] = line.split(' ');
  const [group, version, kind] = replacement.split('/');
  const deprecation = {
    deprecatedIn: minor(deprecated),
    removedIn: minor(removed),
    replacement: replacement === '-' ? undefined : kind ? `${group}/${version} ${kind}` : replacement,
  };
  return kinds.split(',').map((name) => [`${apiVersion} ${name}`, deprecation]);
}

function minor(text: string | undefined): number | undefined {
  return text === undefined || text === '-' ? undefined : Number(text);
}
