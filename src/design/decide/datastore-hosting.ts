import type { Decided, Facts } from './decided.ts';
import { limitsOfHosted } from './hosted-limits.ts';

/** Which datastores are run by AWS, and which by us. Maps names to `self-hosted`; all others are managed. */
export function decideHosting({ blueprint }: Facts): Decided<ReadonlySet<string>> {
  const engines = blueprint.datastores.filter(({ type }) => ['postgres', 'mysql', 'redis'].includes(type));
  const own = new Set(engines.filter(({ hosting }) => hosting === 'self-hosted').map(({ name }) => name));
  return {
    choice: own,
    complaints: engines
      .filter(({ name, type }) => own.has(name) && type !== 'mysql')
      .flatMap((asked) => limitsOfHosted(asked, blueprint)),
    decision: {
      id: 'datastore-hosting',
      title: 'Managed datastores or our own',
      context: [
        engines.length > 0
          ? `Databases and caches: ${engines.map(({ name, type }) => `${name} (${type})`).join(', ')}.`
          : 'There is no database and no cache; everything else is a service of AWS anyway.',
      ],
      options: [
        {
          name: 'managed',
          summary:
            'RDS and ElastiCache: patches, failover, backups and recovery to a point in time are a setting. About a third dearer than its machines.',
        },
        {
          name: 'self-hosted',
          summary:
            'In the cluster: PostgreSQL by CloudNativePG, redis as Valkey. Any extension, up to what one node holds (6 processors, 24 GiB); upgrades, capacity and being woken are our work.',
        },
      ],
      choice: own.size === 0 ? 'managed' : own.size === engines.length ? 'self-hosted' : 'both',
      why: [
        own.size === 0
          ? 'A day of an engineer a month costs more than what a managed database costs above its machines.'
          : `The blueprint asks for it: ${[...own].join(', ')}.`,
      ],
      consequences:
        own.size === 0
          ? ['Versions and extensions are those that AWS offers.']
          : [
              'Self-hosted ones get volumes that are kept, copies outside of the cluster and alerts of their own: a database its log and a backup a day in S3, a cache a snapshot a day.',
              'What AWS calls itself (functions) cannot use them: they are reached inside of the cluster only.',
            ],
      wouldChange: [
        'An extension that AWS does not offer; many databases of a size that fits into few machines.',
      ],
      key: 'datastores.*.hosting',
      asked: own.size > 0,
    },
  };
}
