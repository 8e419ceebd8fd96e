import type { Node } from '../../../model/node.ts';
import type { Resource } from '../../../model/resource.ts';
import { Undecided } from '../../../model/unknown.ts';
import { writtenText } from '../../../read/terraform/documents.ts';
import type { Graph } from '../../graph.ts';
import { type Statement, statementsOf } from '../policy-document.ts';
import { managedName, managedStatements } from './managed-policies.ts';

/** A statement that holds for an identity, with the policy that it stands in: `aws_iam_role_policy.ci`, `AdministratorAccess`. */
export interface Grant {
  readonly statement: Statement;
  readonly policy: string;
}

export interface Rights {
  readonly grants: readonly Grant[];
  /** a permissions boundary: nothing counts that it does not allow too; where it cannot be told, why */
  readonly boundary: readonly Statement[] | Undecided | undefined;
}

/** How policies are given to identities: type → attributes that name the identity, and the one that holds or names the policy. */
const givers: Readonly<Record<string, { readonly to: readonly string[]; readonly policy: string }>> = {
  aws_iam_role_policy: { to: ['role'], policy: 'policy' },
  aws_iam_user_policy: { to: ['user'], policy: 'policy' },
  aws_iam_group_policy: { to: ['group'], policy: 'policy' },
  aws_iam_role_policy_attachment: { to: ['role'], policy: 'policy_arn' },
  aws_iam_user_policy_attachment: { to: ['user'], policy: 'policy_arn' },
  aws_iam_group_policy_attachment: { to: ['group'], policy: 'policy_arn' },
  aws_iam_policy_attachment: { to: ['roles', 'users', 'groups'], policy: 'policy_arn' },
};

/**
 * All that the repository gives an identity: a role, a user with its groups, a group.
 * @throws Undecided where a policy of it cannot be told, since it may deny
 */
export function rightsOf(graph: Graph, identity: Resource): Rights {
  const known = graph.derive(rightsOf, () => new Map<Resource, Rights | Undecided>());
  let rights = known.get(identity);
  if (!rights) {
    rights = collected(graph, identity);
    known.set(identity, rights);
  }
  if (rights instanceof Undecided) throw rights;
  return rights;
}

function collected(graph: Graph, identity: Resource): Rights | Undecided {
  const grants: Grant[] = [];
  try {
    for (const holder of [identity, ...groupsOf(graph, identity)]) grants.push(...grantsOf(graph, holder));
    return { grants, boundary: boundaryOf(graph, identity) };
  } catch (error) {
    if (error instanceof Undecided) return error;
    throw error;
  }
}

/** It takes rights away and gives none: one that is kept elsewhere matters only where something would be found. */
function boundaryOf(graph: Graph, identity: Resource): Rights['boundary'] {
  try {
    const boundary = identity.body.get('permissions_boundary');
    return boundary && policyAt(graph, identity, boundary).map(({ statement }) => statement);
  } catch (error) {
    if (error instanceof Undecided) return error;
    throw error;
  }
}

function grantsOf(graph: Graph, identity: Resource): readonly Grant[] {
  const own = [
    ...identity.body.list('inline_policy').flatMap((block) => writtenAt(identity, block.get('policy'))),
    ...identity.body.list('managed_policy_arns').flatMap((arn) => policyAt(graph, identity, arn)),
  ];
  const given = graph.to(identity).flatMap(({ from, at }) => {
    const giver = givers[from.type];
    if (!giver || !at || !giver.to.some((name) => from.body.peek(name) === at)) return [];
    const policy = from.body.get(giver.policy);
    if (!policy) return [];
    return giver.policy === 'policy' ? writtenAt(from, policy) : policyAt(graph, from, policy);
  });
  return [...own, ...given];
}

function writtenAt(holder: Resource, policy: Node | undefined): readonly Grant[] {
  if (!policy) return [];
  const statements = statementsOf(policy);
  if (!statements) throw new Undecided(policy, `the policy of ${holder.address} cannot be told`);
  return statements.map((statement) => ({ statement, policy: holder.address }));
}

/** The statements of a policy that is named by its ARN. */
function policyAt(graph: Graph, from: Resource, arn: Node): readonly Grant[] {
  const named = graph.from(from).find(({ to, at }) => at === arn && to.type === 'aws_iam_policy')?.to;
  if (named) return writtenAt(named, named.body.get('policy'));
  const name = managedName(writtenText(arn) ?? '');
  if (name === undefined) throw new Undecided(arn, `a policy of ${from.address} is kept elsewhere`);
  return managedStatements(name, arn).map((statement) => ({ statement, policy: name }));
}

function groupsOf(graph: Graph, identity: Resource): readonly Resource[] {
  if (identity.type !== 'aws_iam_user') return [];
  return graph
    .to(identity)
    .flatMap(({ from }) => (/^aws_iam_(user_)?group_membership$/.test(from.type) ? graph.from(from) : []))
    .flatMap(({ to }) => (to.type === 'aws_iam_group' ? [to] : []));
}
