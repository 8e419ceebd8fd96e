import type { Node } from '../model/node.ts';
import type { Blueprint, OwnerAsked } from './blueprint.ts';
import { fillInDatastore } from './fill-in-datastore.ts';
import { fillInEnvironments } from './fill-in-environments.ts';
import { fillInFunction, fillInJob, fillInService } from './fill-in-workload.ts';
import type { WrittenBlueprint } from './schema.ts';

/** Fills in every default that is no decision. */
export function fillIn(written: WrittenBlueprint, source: Node): Blueprint {
  const { name, domain, network = {}, budget = {}, naming = {}, delivery = {} } = written;
  const names = Object.keys(written.owners ?? {});
  const owner = written.owner ?? names[0] ?? 'platform';
  const owners = ownersOf(written, owner);
  const given = { owner, domain };
  return {
    name,
    owner,
    owners,
    ...(domain === undefined ? {} : { domain }),
    services: entries(written.services, (one, key) => fillInService(key, one, given)),
    jobs: entries(written.jobs, (one, key) => fillInJob(key, one, given)),
    functions: entries(written.functions, (one, key) => fillInFunction(key, one, given)),
    datastores: entries(written.datastores, (one, key) => fillInDatastore(key, one, owner)),
    environments: fillInEnvironments(written),
    network: {
      cidr: network.cidr ?? '10.0.0.0/8',
      peers: entries(network.peers, (peer, key) => ({ name: key, ...peer })),
      ...(network.vpn ? { vpn: network.vpn } : {}),
    },
    compliance: written.compliance ?? [],
    budget: {
      ...(budget.monthly === undefined ? {} : { monthly: budget.monthly }),
      contact: budget.contact ?? owners.find((one) => one.name === owner)!.email,
      alarms: budget.alarms ?? true,
    },
    naming: { pattern: naming.pattern ?? '${env}-${service}-${resource}', tags: naming.tags ?? {} },
    delivery: {
      repository: delivery.repository ?? `${name}/platform`,
      branch: delivery.branch ?? 'main',
      ci: delivery.ci ?? 'github',
      gitops: delivery.gitops ?? 'argocd',
      packaging: delivery.packaging ?? 'kustomize',
      gitopsAsked: source.peek('delivery')?.peek('gitops') !== undefined,
    },
    mesh: written.mesh ?? 'decide',
    secrets: written.secrets ?? 'external-secrets',
    compute: written.compute ?? 'decide',
    decisions: written.decisions ?? {},
    source,
  };
}

function ownersOf({ name, domain, owners = {}, delivery }: WrittenBlueprint, main: string): OwnerAsked[] {
  const organisation = delivery?.repository?.split('/')[0] ?? name;
  const all = Object.hasOwn(owners, main) ? owners : { [main]: {}, ...owners };
  return entries(all, (one, team) => ({
    name: team,
    email: one.email ?? `${team}@${domain ?? 'example.com'}`,
    channel: one.channel ?? `#${team}`,
    github: one.github ?? `${organisation}/${team}`,
    costCentre: one.costCentre ?? team,
  }));
}

function entries<A, B>(
  map: Readonly<Record<string, A>> | undefined,
  change: (value: A, key: string) => B,
): B[] {
  return Object.entries(map ?? {}).map(([key, value]) => change(value, key));
}
