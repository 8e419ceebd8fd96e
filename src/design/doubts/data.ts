import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';

const europe = /^eu-/;

/** Data of production that nobody could bring back, or that leaves where it has to stay. */
export function doubtfulData({ datastores, environments, compliance }: Blueprint): Complaint[] {
  const production = environments.filter((one) => one.production);
  return [
    ...datastores
      .filter(
        ({ type, backups }) =>
          backups === 'none' &&
          production.length > 0 &&
          ['postgres', 'mysql', 'bucket', 'table'].includes(type),
      )
      .map(({ name }) => ({
        path: ['datastores', name, 'backups'],
        message: `${name} has no backups, in production neither: a statement too many, a mistake of a release or an intruder ends what is in it, and nothing brings it back. Only what can be made anew should be so`,
      })),
    ...(compliance.includes('gdpr') && datastores.length > 0
      ? production
          .filter(
            (one) =>
              europe.test(one.region) && one.recoveryRegion !== undefined && !europe.test(one.recoveryRegion),
          )
          .map(({ name, recoveryRegion }) => ({
            path: ['environments', name, 'recoveryRegion'],
            message: `copies of what is in the European Union go to ${recoveryRegion}, which GDPR takes for a transfer (articles 44 to 49): choose another region of the Union, or have the ground for it written down`,
          }))
      : []),
  ];
}
