import type { Environment } from '../../environment.ts';
import type { Job, Service } from '../../workload.ts';

/** Services and jobs of the cluster that call a service. */
export function callersOf(
  { calledBy }: Service,
  { services, jobs }: Environment,
): readonly (Service | Job)[] {
  return [...services, ...jobs].filter(({ name }) => calledBy.includes(name));
}
