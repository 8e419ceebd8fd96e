import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';

/** Whether what waits in it cannot wait for working hours: something critical takes from it. */
export function isCritical(
  { production, services, functions }: Environment,
  { usedBy }: Pick<Datastore, 'usedBy'>,
): boolean {
  if (!production) return false;
  return (
    services.some(({ name, priority }) => priority === 'critical' && usedBy.includes(name)) ||
    functions.some(({ name, slo }) => slo.availability > 99.9 && usedBy.includes(name))
  );
}
