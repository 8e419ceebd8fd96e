import type { Blueprint } from '../../blueprint/blueprint.ts';
import { type Cidr, firstFree, overlap, parseCidr } from '../../blueprint/cidr.ts';
import type { Complaint } from '../../blueprint/complaint.ts';

/** The VPC of an environment, that of its recovery site, and the addresses of services in its cluster. */
export interface AddressPlan {
  readonly cidr: Cidr;
  readonly recovery?: Cidr;
  readonly serviceCidr: string;
}

export interface AddressPlans {
  /** by environment */
  readonly plans: ReadonlyMap<string, AddressPlan>;
  readonly complaints: readonly Complaint[];
}

/** What EKS may number services with. Source: docs.aws.amazon.com/eks, Cluster endpoint and service CIDR. */
const serviceRanges = ['172.20.0.0/16', '172.21.0.0/16', '172.22.0.0/16', '192.168.0.0/16', '10.255.0.0/16'];

/** Gives every VPC the first range of a /16 that overlaps nothing, or the one that the blueprint says. */
export function planAddresses({ environments, network }: Blueprint): AddressPlans {
  const within = parseCidr(network.cidr)!;
  const bits = Math.max(16, Math.min(20, within.bits + 3));
  const outside = [...network.peers.map(({ cidr }) => cidr), ...(network.vpn ? [network.vpn.cidr] : [])].map(
    (text) => parseCidr(text)!,
  );
  const taken = [
    ...outside,
    ...environments.flatMap(({ cidr }) => (cidr === undefined ? [] : [parseCidr(cidr)!])),
  ];
  const complaints: Complaint[] = [];
  const take = (env: string): Cidr => {
    const free = firstFree(within, bits, taken);
    if (free) taken.push(free);
    else
      complaints.push({
        path: ['network', 'cidr'],
        message: `${network.cidr} has no room for another /${bits}, which ${env} needs: give a wider range, or ranges of their own to environments`,
      });
    return free ?? within;
  };
  const vpcs = environments.map(({ name, cidr, recoveryRegion }) => ({
    name,
    cidr: cidr === undefined ? take(name) : parseCidr(cidr)!,
    ...(recoveryRegion === undefined ? {} : { recovery: take(name) }),
  }));
  const serviceCidr =
    serviceRanges.find((text) => !taken.some((one) => overlap(one, parseCidr(text)!))) ?? serviceRanges[0]!;
  return { plans: new Map(vpcs.map(({ name, ...plan }) => [name, { ...plan, serviceCidr }])), complaints };
}
