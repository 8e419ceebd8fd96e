import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { identifier } from '../names.ts';
import type { About } from './about.ts';
import { shell, steps } from './markdown.ts';
import { adopt, applyRoot, awaited, connectionOf, renamed } from './restore-common.ts';
import { startAgain, stop } from './stop-and-start.ts';

/** Restores a database of RDS beside the broken one, and gives it the old name. */
export function database(
  about: About,
  environment: Environment,
  one: Datastore & { readonly multiZone: boolean },
): string {
  const { region } = environment;
  const name = one.resourceName;
  const to =
    one.backups === 'continuous'
      ? `aws rds restore-db-instance-to-point-in-time --region ${region} --source-db-instance-identifier ${name} --restore-time "$AT" --target-db-instance-identifier`
      : `aws rds restore-db-instance-from-db-snapshot --region ${region} --db-snapshot-identifier "$SNAPSHOT" --db-instance-identifier`;
  const found =
    one.backups === 'continuous'
      ? 'AT=2026-01-31T09:30:00Z # in UTC, just before the damage'
      : `SNAPSHOT=$(aws rds describe-db-snapshots --region ${region} --db-instance-identifier ${name} --query 'sort_by(DBSnapshots,&SnapshotCreateTime)[-1].DBSnapshotIdentifier' --output text)`;
  return steps([
    stop(about, environment, one.usedBy),
    `Restore beside it; nothing is overwritten.\n\n${shell(
      found,
      `read -r SUBNETS GROUP PARAMETERS < <(aws rds describe-db-instances --region ${region} --db-instance-identifier ${name} --query 'DBInstances[0].[DBSubnetGroup.DBSubnetGroupName,VpcSecurityGroups[0].VpcSecurityGroupId,DBParameterGroups[0].DBParameterGroupName]' --output text)`,
      `${to} ${name}-restored --db-subnet-group-name "$SUBNETS" --vpc-security-group-ids "$GROUP" --db-parameter-group-name "$PARAMETERS" ${one.multiZone ? '--multi-az' : '--no-multi-az'} --no-publicly-accessible --copy-tags-to-snapshot`,
      awaited(
        `aws rds wait db-instance-available --region ${region} --db-instance-identifier ${name}-restored`,
      ),
    )}`,
    'Look into it before anybody depends on it: the newest rows, their number, what was lost.',
    `Give it the old name: clients keep their address, and the connection secret \`${connectionOf(one)}\` stays right.\n\n${shell(
      ...renamed(region, name, `${name}-broken`),
      ...renamed(region, `${name}-restored`, name),
    )}`,
    `Tell Terraform which one it is, and let a plan show what differs.\n\n${adopt(about, environment, one, 'database', 'aws_db_instance', name)}`,
    ...followedAgain(environment, one),
    ...startAgain(about, environment, one.usedBy),
    `Keep \`${name}-broken\` until somebody has understood what happened, then delete it by hand.`,
  ]);
}

/** What is kept in the recovery region is of the one that broke, whatever that is called now. */
function followedAgain(environment: Environment, one: Datastore): string[] {
  const { recovery, standby, states, region } = environment;
  const copy = standby?.datastores.find(({ name }) => name === one.name);
  if (!recovery || !copy || one.crossRegion === 'none') return [];
  const root = states.find(({ name }) => name === 'recovery')!.path;
  const module = `module.${identifier(one.name)}`;
  const until = `Until this is done, nothing of what was restored outlives ${region}.`;
  if (one.crossRegion === 'copies')
    return [
      `Have its backups copied to ${recovery.region} again: what is copied is the broken one, whatever it is called. ${until}\n\n${shell(
        `terraform -chdir=${root} init`,
        `terraform -chdir=${root} apply -replace='${module}_backups.aws_db_instance_automated_backups_replication.this'`,
      )}`,
    ];
  return [
    `Have it followed in ${recovery.region} again: what is there follows the broken one, whatever it is called. ${until}\n\n${shell(
      ...renamed(recovery.region, copy.resourceName, `${copy.resourceName}-broken`),
      `terraform -chdir=${root} init`,
      `terraform -chdir=${root} state rm '${module}.aws_db_instance.this'`,
      ...applyRoot(root).slice(1),
    )}`,
  ];
}
