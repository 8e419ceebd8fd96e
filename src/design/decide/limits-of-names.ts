import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import { nameBy, nameLimits, standbyName } from '../../blueprint/names.ts';
import { addonNamespaces } from '../addon-namespaces.ts';
import type { Compute } from './compute.ts';

/** Names that what services run on would refuse, or has already. */
export function limitsOfNames(blueprint: Blueprint, compute: Compute): Complaint[] {
  if (compute === 'eks') return ofTeams(blueprint);
  return compute === 'ecs' ? ofTargetGroups(blueprint) : [];
}

const taken = new Set<string>([
  ...Object.values(addonNamespaces),
  'argocd',
  'default',
  'flux-system',
  'kube-node-lease',
  'kube-public',
]);

/** The workloads of a team are in a namespace of its name. */
function ofTeams(blueprint: Blueprint): Complaint[] {
  const teams = new Set(
    [blueprint, ...blueprint.services, ...blueprint.jobs, ...blueprint.datastores].map(({ owner }) => owner),
  );
  const declared = blueprint.source.peek('owners');
  return [...teams]
    .filter((team) => taken.has(team))
    .map((team) => ({
      path: declared?.peek(team) ? ['owners', team] : ['owner'],
      message: `a team cannot be called ${team}: its workloads would be in a namespace of that name, which belongs to the cluster: call it ${team}-team`,
    }));
}

/** Only what is exposed has a target group, and only here does Terraform name it. */
function ofTargetGroups({ name: system, naming, environments, services }: Blueprint): Complaint[] {
  const exposed = services.filter(({ expose }) => expose !== undefined);
  const all = environments.flatMap(({ name, region, recoveryRegion }) => [
    { env: name, region },
    ...(recoveryRegion === undefined ? [] : [{ env: standbyName(name), region: recoveryRegion }]),
  ]);
  return exposed.flatMap(({ name: service }): Complaint[] => {
    const names = all.map((one) => ({
      env: one.env,
      called: nameBy(naming.pattern, { ...one, service, resource: 'service', system }),
    }));
    const longest = names.toSorted((a, b) => b.called.length - a.called.length)[0]!;
    const over = longest.called.length - nameLimits.targetGroup;
    return over > 0
      ? [
          {
            path: ['services', service],
            message: `in ${longest.env} the target group would be called ${longest.called}, ${longest.called.length} characters, and AWS takes ${nameLimits.targetGroup}: shorten it by ${over}, or take compute eks`,
          },
        ]
      : [];
  });
}
