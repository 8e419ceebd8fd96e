import { isSwitchedInCluster } from '../office-hours.ts';
import type { Here } from './here.ts';

/** A morning's start takes less: until then what still misses replicas is no news. */
const start = '15m';

/** The fewest replicas that services were asked to have together of late; none while the environment is off. */
export function askedOfLate({ teams }: Pick<Here, 'teams'>): string {
  return `min_over_time(sum(kube_replicaset_spec_replicas{namespace=~"${teams}"})[${start}:1m])`;
}

/** The series that says how many replicas a service is asked to have. */
export function askedOf({ namespace, name }: { namespace: string; name: string }): string {
  return `kube_replicaset_spec_replicas{namespace="${namespace}", replicaset="${name}-a"}`;
}

/** What follows from an environment that is off, and is told to nobody then. */
export const silentWhenOff = [
  'EndpointDown',
  'EntranceFails',
  'ErrorBudgetBurnsFast',
  'ErrorBudgetBurnsSlowly',
  'ErrorBudgetSpent',
  'JobNotOnTime',
  'ObjectiveNotMeasured',
  'QueueTooOld',
  'ReplicasMissing',
  'ServiceDown',
] as const;

/** Whether alerts of an environment wait until it is on. */
export function isSilentAtTimes({ environment }: Here): boolean {
  return isSwitchedInCluster(environment);
}
