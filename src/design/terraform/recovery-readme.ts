import type { Architecture } from '../architecture.ts';
import { bullets } from '../documents/markdown.ts';
import type { Environment } from '../environment.ts';

/** What a recovery site is, and what it is not yet when it is needed. */
export function recoveryReadme({ name, region, recovery }: Environment): string {
  return `# Recovery site of ${name}

What stands in ${recovery!.region} before ${region} is lost (${recovery!.strategy}). Its state is in ${recovery!.region} too, and it reads no state of ${region}: it can be changed when that region cannot be reached.

It holds:

${bullets([
  'the network, with addresses that overlap nothing in the other region, and keys',
  'replicas of databases that may lose least, and copies of the backups of the others',
  'the names that people use, which lead to one region or the other',
])}
Vaults, replicas of buckets and tables, and copies of secrets are made by the roots that own their sources, since they are one thing with them. What computes is beside it, in \`standby\`.

\`active = true\` brings it up: databases stop following (or are restored from the copies of their backups), and names lead here. docs/disaster-recovery.md says what is done before and after.
`;
}

/** What computes there, and how much of it before it is needed. */
export function standbyReadme(
  { delivery }: Architecture,
  { name, region, recovery, standby }: Environment,
): string {
  const inCluster = standby!.cluster !== undefined;
  const held = inCluster
    ? 'The cluster stands, with nodes for what it needs itself. Workloads are not delivered to it before they are needed, and nodes for them are added when they are.'
    : 'Everything is defined, and nothing works: services run no task, schedules are off, and no event calls a function before `active` of `recovery` says so.';
  const how = {
    'backup-restore': `Nothing of it is there before ${region} is lost: no pipeline applies it, and it costs nothing. It is validated and tested with every change, so that it can be applied on that day.`,
    'pilot-light': held,
    'warm-standby': `All of it runs, smaller: a third of the replicas, which autoscalers add to. It serves nobody before names lead here, and ${inCluster ? 'jobs are not delivered' : 'schedules are off and no event calls a function'} before, since they would work twice.`,
  }[recovery!.strategy];
  return `# ${name} in ${recovery!.region}

What computes where ${region} is lost: ${inCluster ? 'the cluster, ' : ''}identities, ${delivery.gitops === 'none' ? 'services, ' : ''}and the datastores of which nothing is kept (caches, queues, topics). It reads only the state of \`recovery\`, which is in ${recovery!.region} as well.

${how}
`;
}
