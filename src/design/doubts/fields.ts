import type { Blueprint, DatastoreType } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';

/** Keys of datastores that only some types have a use for; those that change what is made are refused elsewhere. */
const used: Readonly<Record<string, readonly DatastoreType[]>> = {
  size: ['postgres', 'mysql', 'redis'],
  storage: ['postgres', 'mysql', 'bucket', 'table'],
  growth: ['postgres', 'mysql', 'bucket', 'table'],
  backups: ['postgres', 'mysql', 'redis', 'bucket', 'table'],
  retention: ['postgres', 'mysql', 'redis', 'bucket', 'table'],
};

/** What was written and changes nothing: whoever wrote it believes otherwise. */
export function fieldsWithoutEffect(
  { datastores, functions, source }: Blueprint,
  hasCluster: boolean,
): Complaint[] {
  return [
    ...(!hasCluster && source.peek('delivery')?.peek('packaging') !== undefined
      ? [
          {
            path: ['delivery', 'packaging'],
            message:
              'there is no cluster, and so are no manifests to package: leave packaging out, or take compute eks',
          },
        ]
      : []),
    ...datastores.flatMap(({ name, type }) => {
      const written = source.peek('datastores')?.peek(name);
      return Object.entries(used)
        .filter(([key, types]) => !types.includes(type) && written?.peek(key) !== undefined)
        .map(([key]) => ({
          path: ['datastores', name, key],
          message: `a ${type} has no use for ${key}: leave it out of ${name}`,
        }));
    }),
    ...datastores
      .filter(
        ({ type, retentionDays = 0 }) => (type === 'postgres' || type === 'mysql') && retentionDays > 35,
      )
      .map(({ name, retentionDays }) => ({
        path: ['datastores', name, 'retention'],
        message: `${name} can be brought back to any point of the last 35 days, which is what RDS keeps; what is older, up to ${retentionDays} days, is a copy a day`,
      })),
    ...datastores
      .filter(
        ({ type, hosting, retentionDays = 0 }) =>
          type === 'redis' && hosting !== 'self-hosted' && retentionDays > 35,
      )
      .map(({ name, retentionDays }) => ({
        path: ['datastores', name, 'retention'],
        message: `ElastiCache keeps snapshots for 35 days at most, and ${name} asks for ${retentionDays}: keep what is needed for longer in a database`,
      })),
    ...functions.flatMap(({ name, image }) =>
      image !== undefined && source.peek('functions')?.peek(name)?.peek('handler') !== undefined
        ? [
            {
              path: ['functions', name, 'handler'],
              message: `${name} is an image, which says itself what it runs: leave handler out`,
            },
          ]
        : [],
    ),
  ];
}
