import { bullets } from '../documents/markdown.ts';
import type { Environment } from '../environment.ts';

/** What a recovery site is, and what it is not yet when it is needed. */
export function recoveryReadme({ name, region, recovery, states, cluster }: Environment): string {
  const others = states.filter((one) => one.name !== 'recovery').map((one) => `\`${one.name}\``);
  return `# Recovery site of ${name}

What stands in ${recovery!.region} before ${region} is lost (${recovery!.strategy}). Its state is in ${recovery!.region} too, and it reads no state of ${region}: it can be changed when that region cannot be reached.

It holds:

${bullets([
  'the network, with addresses that overlap nothing in the other region, and keys',
  'replicas of databases that may lose least, and copies of the backups of the others',
])}
Vaults, replicas of buckets and tables are made by the roots that own their sources, since they are one thing with them.

It does not hold what computes: ${cluster ? 'the cluster' : 'services'}, load balancers, caches and queues are brought up from the code of ${others.join(', ')} with this region, and take some capacity that nobody has reserved.${recovery!.strategy === 'warm-standby' ? ' A warm standby needs them before: that is work that is left to you.' : ''} How it is done step by step is in docs/disaster-recovery.md, and drilled.
`;
}
