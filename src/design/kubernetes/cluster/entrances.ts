import type { Environment } from '../../environment.ts';
import type { Service } from '../../workload.ts';

/** The class of Ingresses that the internet reaches, and of those that only peers and the VPN do. */
export function ingressClassOf({ public: open }: NonNullable<Service['expose']>): 'public' | 'internal' {
  return open ? 'public' : 'internal';
}

/** The same where nginx takes them: each class has a controller of its own. */
export function nginxClassOf({ public: open }: { readonly public: boolean }): 'nginx' | 'nginx-internal' {
  return open ? 'nginx' : 'nginx-internal';
}

/** Where people of the private network come from: the network itself, its peers, and the VPN. */
export function nearRanges({ network }: Environment): string[] {
  return [network.cidr, ...network.peers.map(({ cidr }) => cidr), ...(network.vpn ? [network.vpn.cidr] : [])];
}
