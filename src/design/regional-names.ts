import type { Environment } from './environment.ts';

type Placed = Pick<Environment, 'region' | 'dns' | 'recovery' | 'standsFor'>;

/** Whether names of an environment lead to one of two regions, by a record that belongs to neither of them. */
function isSwitched({ recovery, standsFor }: Placed): boolean {
  return recovery !== undefined || standsFor !== undefined;
}

/**
 * The name that leads to a host in the region of an environment: `api-eu-west-1.example.com`. Where there is one region
 * only it is the host itself; so it is at the top of a zone, where no alias of another name may be.
 */
export function nameHere(environment: Placed, host: string): string {
  const { zone } = environment.dns;
  if (!isSwitched(environment) || zone === undefined || !host.endsWith(`.${zone}`)) return host;
  const [first, ...rest] = host.split('.');
  return [`${first}-${environment.region}`, ...rest].join('.');
}

/** The name that CloudFront finds what answers by. */
export function originOf({ dns }: Pick<Environment, 'dns'>): string {
  return `origin.${dns.zone}`;
}
