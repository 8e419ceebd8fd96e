import type { Architecture } from '../architecture.ts';
import type { Environment, Schedule } from '../environment.ts';
import { costOfCompute } from '../resolve/cost-of-compute.ts';
import { costOfData } from '../resolve/cost-of-data.ts';

/** US dollars a month that an environment costs less by some hours than if it were always on. */
export function savedBy({ platform }: Architecture, environment: Environment, schedule: Schedule): number {
  const { schedule: _, ...always } = environment;
  const costOf = (one: Omit<Environment, 'costs'>) =>
    [...costOfCompute(one, platform.compute === 'ecs', platform.spotShare), ...costOfData(one)].reduce(
      (sum, { monthlyUsd }) => sum + monthlyUsd,
      0,
    );
  return costOf(always) - costOf({ ...always, schedule });
}
