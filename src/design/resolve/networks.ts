import type { Blueprint, EnvironmentAsked } from '../../blueprint/blueprint.ts';
import { type Cidr, cidrText, subnet } from '../../blueprint/cidr.ts';
import type { Network, ZoneNetwork } from '../network.ts';

/** What an environment's network depends on besides its addresses. */
export interface NetworkFacts {
  readonly nat: 'none' | 'single' | 'per-zone';
  readonly regulated: boolean;
  /** whether nodes or tasks run in it */
  readonly hasCompute: boolean;
  /** services of AWS that workloads in it call */
  readonly calls: ReadonlySet<string>;
  readonly logRetentionDays: number;
}

/** The network of an environment, or of its recovery site. */
export function networkOf(
  cidr: Cidr,
  zones: readonly string[],
  asked: EnvironmentAsked,
  { network }: Blueprint,
  facts: NetworkFacts,
): Network {
  const here = <T extends { readonly environments?: readonly string[] }>(one: T) =>
    one.environments === undefined || one.environments.includes(asked.name);
  const { vpn } = network;
  return {
    cidr: cidrText(cidr),
    zones: zones.map((zone, at) => zoneOf(cidr, zone, at)),
    nat: facts.nat === 'per-zone' && !asked.production ? 'single' : facts.nat,
    endpoints: { gateway: ['s3', 'dynamodb'], interface: interfaces(asked, facts) },
    peers: network.peers.filter(here).map(({ environments, ...peer }) => peer),
    ...(vpn && here(vpn)
      ? { vpn: { cidr: vpn.cidr, ...(vpn.gateway === undefined ? {} : { gateway: vpn.gateway }) } }
      : {}),
    flowLogRetentionDays: facts.logRetentionDays,
  };
}

/**
 * Half of the range is for what computes (an eighth a zone, up to four zones), then small ranges: public, data,
 * control. A third is kept free.
 */
function zoneOf(cidr: Cidr, zone: string, at: number): ZoneNetwork {
  const small = (layer: number) => cidrText(subnet(cidr, 6, 32 + layer * 4 + at));
  return {
    zone,
    privateCidr: cidrText(subnet(cidr, 3, at)),
    publicCidr: small(0),
    dataCidr: small(1),
    controlCidr: small(2),
  };
}

/** Endpoints cost money by the zone: they are made where an audit asks for private ways, or nothing else leads there. */
function interfaces({ production }: EnvironmentAsked, facts: NetworkFacts): string[] {
  if (facts.nat !== 'none' && !(facts.regulated && production)) return [];
  if (facts.nat === 'none' && facts.calls.size === 0) return [];
  const compute = facts.hasCompute ? ['ecr.api', 'ecr.dkr'] : [];
  return [...new Set([...compute, 'kms', 'logs', 'secretsmanager', 'sts', ...facts.calls])].sort();
}
