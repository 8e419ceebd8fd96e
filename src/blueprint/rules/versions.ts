import type { Blueprint } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

/**
 * Versions that AWS has run at some time, and those that are near: what is newer than both is a slip. Sources: RDS and
 * ElastiCache User Guides, supported versions.
 */
const engines = {
  postgres: { form: /^(1[1-9]|20)(\.\d+)?$/, such: '17 or 17.5' },
  mysql: { form: /^(5\.7|8\.\d|9\.\d)(\.\d+)?$/, such: '8.4' },
  redis: { form: /^(6\.\d|7\.\d)$/, such: '7.1' },
} as const;

/** Versions of engines that there are not. */
export function checkVersions({ datastores }: Blueprint): Complaint[] {
  return datastores.flatMap(({ name, type, version, hosting }): Complaint[] => {
    if (version === undefined || hosting === 'self-hosted') return [];
    const path = ['datastores', name, 'version'];
    if (type !== 'postgres' && type !== 'mysql' && type !== 'redis')
      return [{ path, message: `a ${type} has no version: leave it out` }];
    const { form, such } = engines[type];
    return form.test(version)
      ? []
      : [
          {
            path,
            message: `AWS has no ${type} ${version}: write a version such as ${such}, or leave it out for a current one`,
          },
        ];
  });
}
