import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';

/** Whether rules stand in the region itself: at its load balancer, or at APIs of functions, which CloudFront is not before. */
export function hasRegionalFirewall(
  { platform: { edge } }: Architecture,
  { functions, dns }: Environment,
): boolean {
  if (dns.zone === undefined) return false;
  const answering = functions.some(({ triggers }) => triggers.some(({ kind }) => kind === 'http'));
  return edge === 'waf' || (edge === 'cloudfront' && answering);
}
