import type { Architecture } from './architecture.ts';
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

/**
 * Whether a host is at the top of its zone, where no alias of another name may be: then each region has a record of
 * that name.
 */
export function isAtTop(environment: Placed, host: string): boolean {
  return isSwitched(environment) && host === environment.dns.zone;
}

/**
 * Weight of the record that a region has of a name at the top of a zone. Route 53 looks at records without weight only
 * where no other is healthy, so that what stands ready takes all requests once it counts, and none before.
 * Source: docs.aws.amazon.com, How Amazon Route 53 chooses records when health checking is configured.
 */
export function weightHere({ standsFor }: Pick<Environment, 'standsFor'>): number {
  return standsFor === undefined ? 0 : 1;
}

/**
 * Hosts at the top of a zone that a cluster answers. Its controllers know the load balancer, and Terraform which region is
 * in use, so that the record there leads to another one in the same zone: one for each region.
 */
export function topsInCluster(
  { compute, edge }: Architecture['platform'],
  environment: Environment,
): readonly string[] {
  if (compute !== 'eks') return [];
  const tops = environment.services.flatMap(({ expose }) =>
    expose && isAtTop(environment, expose.host) && !(expose.public && edge === 'cloudfront')
      ? [expose.host]
      : [],
  );
  return [...new Set(tops)];
}

/** The name that external-dns writes for what answers a host in the region: `eu-west-1.top.example.com` for the top. */
export function nameInCluster(environment: Placed, host: string): string {
  return isAtTop(environment, host) ? `${environment.region}.top.${host}` : nameHere(environment, host);
}

/** The name that CloudFront finds what answers by. */
export function originOf({ dns }: Pick<Environment, 'dns'>): string {
  return `origin.${dns.zone}`;
}
