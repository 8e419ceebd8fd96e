import type { Blueprint, DatastoreAsked, EnvironmentAsked } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

const kept: readonly DatastoreAsked['type'][] = ['postgres', 'mysql', 'bucket', 'table'];

/** What is to be without backups and must not be. What is only kept at hand may: a cache. */
export function checkBackups(blueprint: Blueprint): Complaint[] {
  const production = blueprint.environments.find((one) => one.production);
  if (production === undefined) return [];
  return blueprint.datastores
    .filter(({ type, backups }) => backups === 'none' && kept.includes(type))
    .flatMap((one): Complaint[] => {
      const [why] = reasons(one, blueprint, production);
      return why === undefined
        ? []
        : [
            {
              path: ['datastores', one.name, 'backups'],
              message: `without backups ${one.name} of ${production.name} is lost for good with the first mistake or attack, and ${why}: take daily or continuous`,
            },
          ];
    });
}

/** Sources: AICPA TSC A1.2; 45 CFR 164.308(a)(7)(ii)(A); GDPR, article 32(1)(c); docs.aws.amazon.com, RDS read replicas: the source has backups. */
function reasons(
  { name, type, hosting, sensitivity, rpoSeconds, retentionDays }: DatastoreAsked,
  { compliance }: Blueprint,
  { recoveryRegion }: EnvironmentAsked,
): string[] {
  return [
    // an RPO is told about by the decision on recovery
    ...(rpoSeconds === undefined && sensitivity === 'restricted' ? ['it holds what is restricted'] : []),
    ...(compliance.includes('hipaa')
      ? ['HIPAA asks for a backup that can be restored (164.308(a)(7)(ii)(A))']
      : []),
    ...(compliance.includes('soc2') ? ['SOC 2 asks for backups (A1.2)'] : []),
    ...(compliance.includes('gdpr') && (sensitivity === 'confidential' || sensitivity === 'restricted')
      ? [`GDPR asks that personal data can be restored (article 32), and ${name} is ${sensitivity}`]
      : []),
    ...(recoveryRegion !== undefined && ['postgres', 'mysql'].includes(type) && hosting !== 'self-hosted'
      ? [`its copy in ${recoveryRegion} is made from backups`]
      : []),
    ...(retentionDays === undefined ? [] : [`backups are to be kept for ${retentionDays} days`]),
  ];
}
