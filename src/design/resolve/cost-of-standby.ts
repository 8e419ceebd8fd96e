import type { Choices } from '../decide/decide-all.ts';
import type { CostLine, Environment, RecoverySite } from '../environment.ts';
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
  const caches = standby.datastores.flatMap((one) => (one.type === 'redis' ? [{ ...one, nodes: 1 }] : []));
  return [...runs, ...costOfData({ ...standby, datastores: caches })].map((one) => ({
    ...one,
    part: `${one.part} in ${standby.region}`,
    group: 'recovery' as const,
  }));
}
