import type { Datastore } from '../datastore.ts';
import type { Choices } from '../decide/decide-all.ts';
import type { CostLine, Environment, RecoverySite } from '../environment.ts';
import { isHosted } from '../hosted.ts';
import { costOfCompute } from './cost-of-compute.ts';
import { costOfData } from './cost-of-data.ts';

/** What computes in the recovery region before it is needed; copies and replicas of data are told with the data. */
export function costOfStandby(
  standby: Environment,
  { strategy }: RecoverySite,
  choices: Choices,
): CostLine[] {
  // nothing of it is there before it is applied
  if (strategy === 'backup-restore') return [];
  const compute = costOfCompute(standby, choices.compute === 'ecs', choices.spot);
  const runs = choices.compute === 'eks' || strategy === 'warm-standby' ? compute : [];
  const stand = standby.datastores.flatMap((one): Datastore[] => {
    if (one.type === 'redis') return [isHosted(one) ? one : { ...one, nodes: 1 }];
    return 'follows' in one && one.follows ? [one] : [];
  });
  return [...runs, ...costOfData({ ...standby, datastores: stand })].map((one) => ({
    ...one,
    part: `${one.part} in ${standby.region}`,
    group: 'recovery' as const,
  }));
}
