import { minors, schemas } from '../../../data/kubernetes/schemas.ts';

/** The newest version of Kubernetes whose API is described, used where none is asked for. */
export const newestVersion = `1.${minors.at(-1)}`;

/** The versions whose API is described, oldest first: `1.15`. */
export const knownVersions: readonly string[] = minors.map((minor) => `1.${minor}`);

/** The minor version that a version means (`1.33`, `v1.33.2-eks`), held to those that are described. */
export function minorOf(version: string): number {
  const minor = Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? minors.at(-1));
  return Math.min(Math.max(minor, minors[0]!), minors.at(-1)!);
}

/** `apps` of `apps/v1`; the empty text for the core group's `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Whether Kubernetes itself serves the group, or once did: `apps`, but not `cert-manager.io`. */
export function isBuiltInGroup(group: string): boolean {
  return builtInGroups().has(group);
}

/** `Deployment`, or `Certificate.cert-manager.io` where Kubernetes does not serve the group itself. */
export function typeOf(apiVersion: string, kind: string): string {
  const group = groupOf(apiVersion);
  return isBuiltInGroup(group) ? kind : `${kind}.${group}`;
}

let groups: ReadonlySet<string> | undefined;

function builtInGroups(): ReadonlySet<string> {
  if (!groups) {
    const kinds = schemas.slice(0, schemas.indexOf('\n\n'));
    groups = new Set(kinds.split('\n').map((line) => groupOf(line.slice(0, line.indexOf(' ')))));
  }
  return groups;
}
