import type { Resource } from '../../../model/resource.ts';
import type { Graph } from '../../graph.ts';
import { launches } from './launches.ts';
import { names, permits } from './permits.ts';
import { type Rights, rightsOf } from './rights.ts';
import { trustOf } from './trust.ts';

/** One way by which an identity gets the rights of a role. */
export interface Step {
  readonly to: Resource;
  /** completes "it …": `may take aws_iam_role.b (sts:AssumeRole, by aws_iam_role_policy.a)` */
  readonly how: string;
  /** somebody wrote this very step down: the role names who takes it, or a policy the role that is taken */
  readonly isMeant: boolean;
}

/**
 * How an identity gets the rights of a role in one step: by taking it, by passing it to something that it starts, by changing
 * what runs as it, or by making it trust it.
 * @throws Undecided where its policies, or whom the role trusts, cannot be told
 */
export function stepTo(graph: Graph, identity: Resource, role: Resource): Step | undefined {
  if (identity === role || identity.unit !== role.unit) return undefined;
  const rights = rightsOf(graph, identity);
  if (trustOf(graph, role).identities.has(identity.address))
    // a role that names an identity of its account asks for no more
    return { to: role, how: `may take ${role.address}, which trusts it`, isMeant: true };
  if (!leadsSomewhere(graph, identity, rights)) return undefined;
  const taking = byTaking(graph, rights, role);
  if (taking) return taking;
  const how = byPassing(graph, rights, role) ?? byChanging(graph, rights, role) ?? byTrust(rights, role);
  return how === undefined ? undefined : { to: role, how, isMeant: false };
}

const leading = [
  'sts:AssumeRole',
  'iam:PassRole',
  'iam:UpdateAssumeRolePolicy',
  'lambda:UpdateFunctionCode',
  'ssm:SendCommand',
  'ssm:StartSession',
];

/** Whether any statement names an action that leads to another role; most identities have none, and are done with. */
function leadsSomewhere(graph: Graph, identity: Resource, { grants }: Rights): boolean {
  const known = graph.derive(leadsSomewhere, () => new Map<Resource, boolean>());
  let leads = known.get(identity);
  if (leads === undefined) {
    leads = grants.some(({ statement }) => leading.some((action) => names(statement, action)));
    known.set(identity, leads);
  }
  return leads;
}

function byTaking(graph: Graph, rights: Rights, role: Resource): Step | undefined {
  const grant = trustOf(graph, role).account ? permits(rights, 'sts:AssumeRole', role) : undefined;
  return (
    grant && {
      to: role,
      how: `may take ${role.address} (sts:AssumeRole, by ${grant.policy})`,
      isMeant: grant.statement.resources.every((pattern) => pattern?.includes('*') !== true),
    }
  );
}

function byPassing(graph: Graph, rights: Rights, role: Resource): string | undefined {
  const { services } = trustOf(graph, role);
  for (const { service, actions, by } of launches) {
    if (!services.has(service)) continue;
    const pass = permits(rights, 'iam:PassRole', role, service);
    if (!pass) continue;
    const used = actions.map((some) => some.find((action) => permits(rights, action, 'anything')));
    if (used.includes(undefined)) continue;
    return `may pass ${role.address} on (iam:PassRole, by ${pass.policy}) ${by} (${used.join(', ')})`;
  }
  return undefined;
}

/** Actions that put what the caller wants into something that is there: type → action, and what it does. */
const changes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  aws_lambda_function: [['lambda:UpdateFunctionCode', 'change the code of']],
  aws_instance: [
    ['ssm:SendCommand', 'run commands on'],
    ['ssm:StartSession', 'open a shell on'],
  ],
};

function byChanging(graph: Graph, rights: Rights, role: Resource): string | undefined {
  for (const thing of runningAs(graph, role))
    for (const [action, does] of changes[thing.type] ?? []) {
      const grant = permits(rights, action, thing);
      if (grant)
        return `may ${does} ${thing.address} (${action}, by ${grant.policy}), which runs as ${role.address}`;
    }
  return undefined;
}

function byTrust(rights: Rights, role: Resource): string | undefined {
  const grant = permits(rights, 'iam:UpdateAssumeRolePolicy', role);
  return grant && `may make ${role.address} trust it (iam:UpdateAssumeRolePolicy, by ${grant.policy})`;
}

/** What runs with the rights of a role: functions, tasks, and instances through their profile. */
function runningAs(graph: Graph, role: Resource): readonly Resource[] {
  const direct = graph.to(role, 'runs-as').map(({ from }) => from);
  const throughProfiles = direct
    .filter(({ type }) => type === 'aws_iam_instance_profile')
    .flatMap((profile) => graph.to(profile, 'runs-as').map(({ from }) => from));
  return [...direct.filter(({ type }) => type !== 'aws_iam_instance_profile'), ...throughProfiles];
}
