import type { Service } from '../../workload.ts';

/** The class of Ingresses that the internet reaches, and of those that only peers and the VPN do. */
export function ingressClassOf({ public: open }: NonNullable<Service['expose']>): 'public' | 'internal' {
  return open ? 'public' : 'internal';
}
