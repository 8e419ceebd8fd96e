import type { Recovery } from '../decide/disaster-recovery.ts';
import type { StateBoundary } from '../environment.ts';

const boundaries: readonly Pick<StateBoundary, 'name' | 'reads' | 'holds'>[] = [
  { name: 'network', reads: [], holds: 'addresses and routes: everything else stands in it' },
  { name: 'platform', reads: ['network'], holds: 'clusters, identities, keys, audit and the edge' },
  {
    name: 'data',
    reads: ['network', 'platform'],
    holds: 'what cannot be made anew: databases, buckets, queues, their backups',
  },
  {
    name: 'services',
    reads: ['network', 'platform', 'data'],
    holds: 'what belongs to single services: identities, functions, tasks, names',
  },
];

/** The Terraform roots of an environment, in the order in which they are applied. */
export function statesOf(
  environment: string,
  layout: 'per-boundary' | 'per-environment',
  recovery: Recovery | undefined,
): StateBoundary[] {
  const folder = `terraform/environments/${environment}`;
  const place = (name: StateBoundary['name']) => ({
    path: `${folder}/${name}`,
    key: `${name}/terraform.tfstate`,
  });
  const parts: StateBoundary[] =
    layout === 'per-boundary'
      ? boundaries.map((one) => ({ ...one, ...place(one.name) }))
      : [{ name: 'all', path: folder, key: 'terraform.tfstate', reads: [], holds: 'the whole environment' }];
  const there = { inRecovery: true } as const;
  const standing: StateBoundary = {
    name: 'recovery',
    ...place('recovery'),
    ...there,
    // it has to be within reach when the region of the others is not
    reads: [],
    holds: 'what keeps data in the other region, and where names lead',
  };
  const standby: StateBoundary = {
    name: 'standby',
    ...place('standby'),
    ...there,
    ...(recovery === 'backup-restore' ? { onLoss: true } : {}),
    reads: ['recovery'],
    holds: 'what computes in the other region',
  };
  return recovery === undefined ? parts : [...parts, standing, standby];
}
