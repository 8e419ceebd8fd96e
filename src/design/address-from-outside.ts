import type { Service } from './workload.ts';

/** Where an exposed service is asked from outside: only at the root of its host is its health known to be reachable. */
export function addressFromOutside({ expose, health, protocol }: Service): string {
  const path = expose?.path ?? '/';
  return `https://${expose?.host}${path === '/' && protocol === 'http' ? health.ready : path}`;
}
