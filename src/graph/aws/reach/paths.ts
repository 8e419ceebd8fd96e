import type { Resource } from '../../../model/resource.ts';
import type { Graph } from '../../graph.ts';
import { administratorGrant, permits } from './permits.ts';
import type { Grant } from './rights.ts';
import { rightsOf } from './rights.ts';
import { type Step, stepsFrom } from './steps.ts';
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
 * @throws Undecided where its own policies cannot be told; what cannot be told further on is not walked
 */
export function pathToAdministrator(graph: Graph, identity: Resource): Path | undefined {
  const seen = new Set([identity]);
  let front: readonly { readonly at: Resource; readonly steps: readonly Step[] }[] = [
    { at: identity, steps: [] },
  ];
  for (let length = 0; length <= mostSteps; length++) {
    for (const { at, steps } of front) {
      const end = steps.length > 0 ? unlessUntold(() => powerOf(graph, at)) : powerOf(graph, at);
      if (end) return { steps, end };
    }
    front = front.flatMap(({ at, steps }) =>
      ((steps.length > 0 ? unlessUntold(() => stepsFrom(graph, at)) : stepsFrom(graph, at)) ?? [])
        .filter(({ to }) => !seen.has(to) && seen.add(to))
        .map((step) => ({ at: step.to, steps: [...steps, step] })),
    );
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
