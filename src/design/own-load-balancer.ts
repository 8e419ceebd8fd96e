import type { Service } from './workload.ts';

/** Whether a load balancer of its own leads to a service: connections that are no requests have no Ingress. */
export function hasOwnLoadBalancer({ expose, protocol }: Pick<Service, 'expose' | 'protocol'>): boolean {
  return expose !== undefined && protocol === 'tcp';
}

/** What the Service is called that the load balancer stands for. */
export function ownLoadBalancerOf({ name }: Pick<Service, 'name'>): string {
  return `${name}-outside`;
}
