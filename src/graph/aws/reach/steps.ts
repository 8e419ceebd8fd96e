import type { Resource } from '../../../model/resource.ts';
import type { Graph } from '../../graph.ts';
import { ofTypeInUnit } from '../in-unit.ts';
import { launches } from './launches.ts';
import { names, permits } from './permits.ts';
import { type Rights, rightsOf } from './rights.ts';
import { trustOf } from './trust.ts';
import { unlessUntold } from './unless-untold.ts';

/** One way by which an identity gets the rights of a role. */
export interface Step {
  readonly to: Resource;
  /** completes "it …": `may take aws_iam_role.b (sts:AssumeRole, by aws_iam_role_policy.a)` */
  readonly how: string;
}

/**
 * The roles whose rights an identity can get in one step: by taking them, by passing them to something that it starts, by
 * changing what runs as them, or by making them trust it.
 * @throws Undecided where its own policies cannot be told
 */
export function stepsFrom(graph: Graph, identity: Resource): readonly Step[] {
  const known = graph.derive(stepsFrom, () => new Map<Resource, readonly Step[]>());
  let steps = known.get(identity);
  if (!steps) {
    const rights = rightsOf(graph, identity);
    const roles = leadsSomewhere(rights)
      ? ofTypeInUnit(graph, 'aws_iam_role', identity.unit)
      : trusting(graph, identity);
    steps = roles
      .filter((role) => role !== identity)
      .flatMap((role) => unlessUntold(() => step(graph, identity, rights, role)) ?? []);
    known.set(identity, steps);
  }
  return steps;
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
function leadsSomewhere({ grants }: Rights): boolean {
  return grants.some(({ statement }) => leading.some((action) => names(statement, action)));
}

/** The roles that name an identity in their trust policy. */
function trusting(graph: Graph, identity: Resource): readonly Resource[] {
  return graph
    .to(identity)
    .flatMap(({ from }) => (from.type.startsWith('data.') ? graph.to(from).map((next) => next.from) : [from]))
    .filter(({ type }) => type === 'aws_iam_role');
}

function step(graph: Graph, identity: Resource, rights: Rights, role: Resource): Step | undefined {
  const how =
    byTaking(graph, identity, rights, role) ??
    byPassing(graph, rights, role) ??
    byChanging(graph, rights, role) ??
    byTrust(rights, role);
  return how === undefined ? undefined : { to: role, how };
}

function byTaking(graph: Graph, identity: Resource, rights: Rights, role: Resource): string | undefined {
  const { identities, account } = trustOf(graph, role);
  // a role of the same account that names the identity asks for no more
  if (identities.has(identity.address)) return `may take ${role.address}, which trusts it`;
  const grant = account ? permits(rights, 'sts:AssumeRole', role) : undefined;
  return grant && `may take ${role.address} (sts:AssumeRole, by ${grant.policy})`;
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
export function runningAs(graph: Graph, role: Resource): readonly Resource[] {
  const direct = graph.to(role, 'runs-as').map(({ from }) => from);
  const throughProfiles = direct
    .filter(({ type }) => type === 'aws_iam_instance_profile')
    .flatMap((profile) => graph.to(profile, 'runs-as').map(({ from }) => from));
  return [...direct.filter(({ type }) => type !== 'aws_iam_instance_profile'), ...throughProfiles];
}
