import type { Resource, Unit } from '../../../model/resource.ts';
import { Undecided } from '../../../model/unknown.ts';
import type { Graph } from '../../graph.ts';
import { ofTypeInUnit } from '../../terraform/in-unit.ts';
import { administratorGrant, permits } from './permits.ts';
import type { Grant } from './rights.ts';
import { rightsOf } from './rights.ts';
import { type Step, stepTo } from './steps.ts';
import { unlessUntold } from './unless-untold.ts';

/** A way from an identity to the rights of an administrator. */
export interface Path {
  readonly steps: readonly Step[];
  readonly end: Power;
}

/** What makes an identity an administrator. */
export interface Power {
  /** completes "it …": `may do everything (AdministratorAccess)` */
  readonly how: string;
  readonly grant: Grant;
  /** it is one already; otherwise it can make itself one */
  readonly isHeld: boolean;
}

/** Longer chains are hard to walk, and hard to read. */
const mostSteps = 4;

/**
 * The shortest way in which an identity becomes an administrator; no steps where it is one.
 * @throws Undecided where its own policies cannot be told, or its boundary where that matters; what cannot be told
 * further on is no way
 */
export function pathToAdministrator(graph: Graph, identity: Resource): Path | undefined {
  const { boundary } = rightsOf(graph, identity);
  const paths = pathsIn(graph, identity.unit);
  const path = paths.get(identity);
  if (path || !(boundary instanceof Undecided)) return path;
  const roles = [...paths.keys()].filter(({ type }) => type === 'aws_iam_role');
  const steps = roles.map((role) => () => stepTo(graph, identity, role));
  for (const look of [() => powerOf(graph, identity), ...steps]) unlessUntold<unknown>(look, boundary);
  return undefined;
}

/** All ways of a unit, walked back from those who are administrators, so that where there is none nothing is walked. */
function pathsIn(graph: Graph, unit: Unit): ReadonlyMap<Resource, Path> {
  const known = graph.derive(pathsIn, () => new Map<Unit, ReadonlyMap<Resource, Path>>());
  let paths = known.get(unit);
  if (!paths) {
    paths = walkBack(graph, unit);
    known.set(unit, paths);
  }
  return paths;
}

function walkBack(graph: Graph, unit: Unit): ReadonlyMap<Resource, Path> {
  const identities = ['aws_iam_role', 'aws_iam_user', 'aws_iam_group'].flatMap((type) =>
    ofTypeInUnit(graph, type, unit),
  );
  const paths = new Map<Resource, Path>();
  for (const identity of identities) {
    const end = unlessUntold(() => powerOf(graph, identity));
    if (end) paths.set(identity, { steps: [], end });
  }
  let front = [...paths.keys()];
  for (let length = 1; length <= mostSteps && front.length > 0; length++) {
    const found = new Map<Resource, Path>();
    for (const identity of identities) {
      if (paths.has(identity)) continue;
      const path = pathThrough(graph, identity, front, paths);
      if (path) found.set(identity, path);
    }
    for (const [identity, path] of found) paths.set(identity, path);
    front = [...found.keys()];
  }
  return paths;
}

function pathThrough(
  graph: Graph,
  identity: Resource,
  front: readonly Resource[],
  paths: ReadonlyMap<Resource, Path>,
): Path | undefined {
  for (const role of front) {
    if (role.type !== 'aws_iam_role') continue;
    const step = unlessUntold(() => stepTo(graph, identity, role));
    const rest = paths.get(role);
    if (step && rest) return { steps: [step, ...rest.steps], end: rest.end };
  }
  return undefined;
}

/** Actions by which an identity widens what it may do itself: action → what it is done to, and what that does. */
const selfHelp: readonly (readonly [string, string, string])[] = [
  ['iam:AttachRolePolicy', 'aws_iam_role', 'attach AdministratorAccess to itself'],
  ['iam:PutRolePolicy', 'aws_iam_role', 'write any policy into itself'],
  ['iam:AttachUserPolicy', 'aws_iam_user', 'attach AdministratorAccess to itself'],
  ['iam:PutUserPolicy', 'aws_iam_user', 'write any policy into itself'],
];

function powerOf(graph: Graph, identity: Resource): Power | undefined {
  const rights = rightsOf(graph, identity);
  const everything = administratorGrant(rights);
  if (everything) return { how: `may do everything (${everything.policy})`, grant: everything, isHeld: true };
  for (const [action, type, does] of selfHelp) {
    const grant = type === identity.type ? permits(rights, action, identity) : undefined;
    if (grant) return { how: `may ${does} (${action}, by ${grant.policy})`, grant, isHeld: false };
  }
  for (const policy of policiesOf(graph, identity)) {
    const grant = permits(rights, 'iam:CreatePolicyVersion', policy);
    if (grant)
      return {
        how: `may rewrite ${policy.address}, a policy of its own (iam:CreatePolicyVersion, by ${grant.policy})`,
        grant,
        isHeld: false,
      };
  }
  return undefined;
}

/** The policies of the repository that are attached to an identity. */
function policiesOf(graph: Graph, identity: Resource): readonly Resource[] {
  return graph
    .to(identity)
    .flatMap(({ from }) => (/^aws_iam_.*policy_attachment$/.test(from.type) ? graph.from(from) : []))
    .flatMap(({ to }) => (to.type === 'aws_iam_policy' ? [to] : []));
}

/** `it may take aws_iam_role.b (…); that one may do everything (…)`: a path in words. */
export function describePath({ steps, end }: Path): string {
  const parts = steps.map(({ how }, at) => (at === 0 ? how : `which ${how}`));
  return [...parts, steps.length === 0 ? end.how : `which ${end.how}`].join(', ');
}
