import { isSwitched } from './datastore.ts';
import type { Environment } from './environment.ts';
import { nameIn } from './names.ts';

/** The group of schedules, and what begins the names of what belongs to them: `staging-shop-hours`. */
export function officeHoursName(environment: Environment): string {
  return nameIn(environment, environment.system, 'hours');
}

/** Whether AWS switches something of it by the clock; in a cluster, services are switched from within. */
export function isSwitchedByAws({ schedule, cluster, services, datastores }: Environment): boolean {
  return schedule !== undefined && (datastores.some(isSwitched) || (!cluster && services.length > 0));
}

/** Whether its cluster switches services by the clock. */
export function isSwitchedInCluster({ schedule, cluster, services }: Environment): boolean {
  return schedule !== undefined && cluster !== undefined && services.length > 0;
}

/** Whether something of it goes off and on by the clock. */
export function isSwitchedAtAll(environment: Environment): boolean {
  return isSwitchedByAws(environment) || isSwitchedInCluster(environment);
}

/** Whom the cluster switches services as. */
export const officeHoursAccount = { name: 'office-hours', namespace: 'kube-system' } as const;

/** The jobs that switch them. */
export const officeHoursNames = { off: 'office-hours-off', on: 'office-hours-on' } as const;
