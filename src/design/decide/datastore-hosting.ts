import type { Decided, Facts } from './decided.ts';

/** Which datastores are run by AWS, and which by us. Maps names to `self-hosted`; all others are managed. */
export function decideHosting({ blueprint }: Facts): Decided<ReadonlySet<string>> {
  const engines = blueprint.datastores.filter(({ type }) => ['postgres', 'mysql', 'redis'].includes(type));
  const own = new Set(engines.filter(({ hosting }) => hosting === 'self-hosted').map(({ name }) => name));
  return {
    choice: own,
    complaints: engines
      .filter(
        ({ name, rtoSeconds, sensitivity }) =>
          own.has(name) && sensitivity === 'restricted' && (rtoSeconds ?? 28_800) < 3600,
      )
      .map(({ name }) => ({
        path: ['datastores', name, 'hosting'],
        message: `${name} holds restricted data and may be away for less than an hour; a database that a team runs itself will not hold that without people on call for it: take managed`,
      })),
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
            'An operator in the cluster: any version and extension, and failover, backups and upgrades are our work.',
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
              'Self-hosted ones get an operator, volumes that are kept, backups to S3 and alerts of their own.',
            ],
      wouldChange: [
        'An extension that AWS does not offer; many databases of a size that fits into few machines.',
      ],
      key: 'datastores.*.hosting',
      asked: own.size > 0,
    },
  };
}
