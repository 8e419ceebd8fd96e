import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import { addonNamespaces } from '../addon-namespaces.ts';
import type { Compute } from './compute.ts';

/** Names that what services run on would refuse, or has already. */
export function limitsOfNames(blueprint: Blueprint, compute: Compute): Complaint[] {
  return compute === 'eks' ? ofTeams(blueprint) : [];
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
