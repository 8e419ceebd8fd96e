import { listed } from '../../report/wording.ts';
import type { Database } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { holdsBack } from '../gitops/held.ts';
import { activationFolder } from '../gitops/repository.ts';
import { hostedIn, isArchived } from '../hosted.ts';
import { identifier } from '../names.ts';
import type { About } from './about.ts';
import { shell, steps } from './markdown.ts';
import { hostedAnew, hostedBack } from './region-hosted.ts';
import { adopt, applyRoot, awaited, clusterAccess, renamed } from './restore-common.ts';
import { tablesAlone, tablesFollow } from './return-table.ts';
import { start, stop, writersIn } from './stop-and-start.ts';

/** How the environment goes back to its own region, step by step. */
export function regionReturn(about: About): string | undefined {
  const { main, architecture } = about;
  const { standby, recovery, region } = main;
  if (!standby || !recovery) return undefined;
  const root = (name: string) => main.states.find((one) => one.name === name)!.path;
  const pairs = pairsOf(main, standby);
  const cause = architecture.delivery.ci === 'github';
  return [
    `In a quiet week, with a window in which nobody writes. Until then ${recovery.region} is where it runs, without a region to go to. What is still in ${region} is old: nothing of it may be used before the steps below.`,
    '',
    steps([
      ...backAgain(about, pairs),
      ...tablesFollow(about),
      ...objects(
        main,
        standby,
        'Copy back what was written meanwhile, so that little is left for the window.',
      ),
      nobodyWrites(about, standby),
      ...objects(
        main,
        standby,
        'Copy back the rest. Nothing is deleted by it: what was deleted there is deleted here by hand.',
      ),
      ...takeOver(about, pairs),
      ...tablesAlone(about),
      ...hostedBack(main, standby),
      ...standbyAnew(main, standby, root('recovery')),
      ...startHere(about),
      `Point names back, and ${recovery.strategy === 'backup-restore' ? `take away what computes in ${recovery.region}: the last command ends at what is protected (load balancers, tables) and at buckets that hold something. Take the protection away and empty them, once nobody needs what is in them, and run it again` : `make what follows anew in ${recovery.region}`}.\n\n${shell(
        `rm ${root('recovery')}/active.auto.tfvars`,
        ...applyRoot(root('recovery')),
        ...(recovery.strategy === 'backup-restore'
          ? [`terraform -chdir=${root('standby')} destroy`]
          : applyRoot(root('standby'))),
      )}`,
      ...standReady(about, standby),
      `Look at it as people see it. Commit that \`active.auto.tfvars\` is gone, since with it the next plan would bring up ${recovery.region} again; then start the pipeline, whose plans are empty.${cause ? `\n\n${shell('gh workflow enable infrastructure.yaml', 'gh workflow enable drift.yaml')}` : ''}`,
      ...hostedAnew(about, main, standby, recovery.strategy !== 'backup-restore'),
    ]),
  ].join('\n');
}

/** What was delivered on the day goes; what stands there otherwise is stopped. */
function nobodyWrites(about: About, standby: Environment): string {
  const { architecture } = about;
  const { region } = standby;
  const withdraws = standby.cluster !== undefined && holdsBack(architecture, standby);
  const remaining = remainingIn(about, standby);
  const first = [
    ...(standby.cluster ? [`${clusterAccess(standby)} --alias there`] : []),
    ...(withdraws
      ? [`kubectl --context there delete --filename ${activationFolder(standby)}/activate.yaml`]
      : []),
  ];
  return [
    `Let nobody write in ${region}${withdraws ? ': what was delivered on the day ends' : ''}${hostedIn(standby).some(isArchived) ? '; databases of the cluster stay' : ''}.`,
    ...(first.length > 0 ? [shell(...first).trimEnd()] : []),
    ...(remaining.length > 0 ? [stop(about, standby, remaining, standby.cluster ? 'there' : undefined)] : []),
  ].join('\n\n');
}

/** Names of what goes on to work there once what was held back is taken away again. */
function remainingIn({ architecture }: About, standby: Environment): string[] {
  const { cluster, services, jobs } = standby;
  const isLight = architecture.platform.recovery === 'pilot-light';
  const withdrawn =
    cluster === undefined || !holdsBack(architecture, standby)
      ? []
      : [...(isLight ? services : []), ...jobs].map(({ name }) => name);
  return writersIn(standby).filter((name) => !withdrawn.includes(name));
}

/** What stands ready there runs again, once nothing leads to it. */
function standReady(about: About, standby: Environment): string[] {
  const remaining = remainingIn(about, standby);
  const told = start(about, standby, remaining, standby.cluster ? 'there' : undefined);
  return about.architecture.platform.recovery === 'backup-restore' || told === ''
    ? []
    : [`Start again what stands ready in ${standby.region}.\n\n${told}`];
}

/** What was stopped when the region answered again. */
function startHere(about: About): string[] {
  const { main } = about;
  if (writersIn(main).length === 0) return [];
  const access = main.cluster ? `${shell(`${clusterAccess(main)} --alias here`)}\n` : '';
  return [
    `Start in ${main.region} what was stopped there, and look whether it works with what it finds.\n\n${access}${start(about, main, writersIn(main), main.cluster ? 'here' : undefined)}`,
  ];
}

interface Pair {
  readonly own: Database;
  /** the one in the recovery region */
  readonly there: Database;
}

function pairsOf({ datastores }: Environment, standby: Environment): Pair[] {
  return datastores.flatMap((own) => {
    const there = standby.datastores.find(({ name }) => name === own.name);
    const isPair =
      (own.type === 'postgres' || own.type === 'mysql') &&
      (there?.type === 'postgres' || there?.type === 'mysql') &&
      there.addressSecret !== undefined;
    return isPair ? [{ own: own as Database, there: there as Database }] : [];
  });
}

/** The old database makes room for one that follows the new one. */
function backAgain({ main }: About, pairs: readonly Pair[]): string[] {
  const { region, recovery, account } = main;
  return pairs.map(({ own, there }) => {
    const name = own.resourceName;
    return `Have ${own.name} follow back: the old one is kept under another name, and a replica of the one in ${recovery!.region} takes its place.\n\n${shell(
      `read -r SUBNETS GROUP PARAMETERS KEY < <(aws rds describe-db-instances --region ${region} --db-instance-identifier ${name} --query 'DBInstances[0].[DBSubnetGroup.DBSubnetGroupName,VpcSecurityGroups[0].VpcSecurityGroupId,DBParameterGroups[0].DBParameterGroupName,KmsKeyId]' --output text)`,
      ...renamed(region, name, `${name}-lost`),
      `aws rds create-db-instance-read-replica --region ${region} --source-region ${recovery!.region} --db-instance-identifier ${name} --source-db-instance-identifier arn:aws:rds:${recovery!.region}:${account}:db:${there.resourceName} --db-instance-class ${own.instanceClass} --kms-key-id "$KEY" --db-subnet-group-name "$SUBNETS" --vpc-security-group-ids "$GROUP" --db-parameter-group-name "$PARAMETERS" --no-publicly-accessible --copy-tags-to-snapshot`,
      awaited(`aws rds wait db-instance-available --region ${region} --db-instance-identifier ${name}`),
    )}`;
  });
}

/** Objects that were written there; tables that are in both regions follow by themselves. */
function objects(
  { datastores, region, recovery }: Environment,
  standby: Environment,
  what: string,
): string[] {
  const commands = datastores.flatMap((own) => {
    const there = standby.datastores.find(({ name }) => name === own.name);
    return own.type === 'bucket' && there?.type === 'bucket'
      ? [
          `aws s3 sync s3://${there.bucketName} s3://${own.bucketName} --source-region ${recovery!.region} --region ${region}`,
        ]
      : [];
  });
  return commands.length === 0 ? [] : [`${what}\n\n${shell(...commands)}`];
}

function takeOver(about: About, pairs: readonly Pair[]): string[] {
  const { main } = about;
  const { region } = main;
  return pairs.map(
    ({ own }) =>
      `Let ${own.name} take writes once it has everything. By how many seconds it is behind:\n\n${shell(
        `aws cloudwatch get-metric-statistics --region ${region} --namespace AWS/RDS --metric-name ReplicaLag --dimensions Name=DBInstanceIdentifier,Value=${own.resourceName} --start-time "$(date -u -d '10 minutes ago' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --period 60 --statistics Maximum --query 'sort_by(Datapoints,&Timestamp)[-1].Maximum'`,
      )}\nWhere nothing is written that counts up to some minutes and begins again; what counts is that it is less than the time since anybody wrote. Then tell Terraform that it is the one.\n\n${shell(
        `aws rds promote-read-replica --region ${region} --db-instance-identifier ${own.resourceName} --backup-retention-period ${Math.max(1, Math.min(35, own.retentionDays))}`,
        `until aws rds describe-db-instances --region ${region} --db-instance-identifier ${own.resourceName} --query 'DBInstances[0].[ReadReplicaSourceDBInstanceIdentifier,DBInstanceStatus]' --output text | grep -qx $'None\\tavailable'; do sleep 15; done`,
      )}\n${adopt(about, main, own, 'database', 'aws_db_instance', own.resourceName)}`,
  );
}

/** What was promoted can never follow again: it is put aside, and another one is made. What was restored is not needed any more. */
function standbyAnew(main: Environment, standby: Environment, root: string): string[] {
  const pairs = pairsOf(main, standby);
  const { region } = standby;
  const rds = (command: string, name: string) =>
    `aws rds ${command} --region ${region} --db-instance-identifier ${name}`;
  const forget = ({ own }: Pair, index = '') =>
    `terraform -chdir=${root} state rm 'module.${identifier(own.name)}${index}.aws_db_instance.this'`;
  const promoted = pairs.filter(({ own }) => own.crossRegion === 'replica');
  const restored = pairs.filter(({ own }) => own.crossRegion === 'copies');
  const named = (some: readonly Pair[]) => listed(some.map(({ there }) => `\`${there.resourceName}\``));
  return [
    ...(promoted.length === 0
      ? []
      : [
          `Put ${named(promoted)} aside: what was promoted can never follow again. Delete ${promoted.length === 1 ? 'it' : 'them'} by hand once nobody needs ${promoted.length === 1 ? 'it' : 'them'} any more.\n\n${shell(
            ...promoted.flatMap((pair) => [
              ...renamed(region, pair.there.resourceName, `${pair.there.resourceName}-returned`),
              forget(pair),
            ]),
          )}`,
        ]),
    ...(restored.length === 0
      ? []
      : [
          `Delete ${named(restored)}, and keep a last snapshot: on the next such day ${restored.length === 1 ? 'it is' : 'they are'} restored anew.\n\n${shell(
            ...restored.flatMap((pair) => {
              const name = pair.there.resourceName;
              return [
                `${rds('modify-db-instance', name)} --no-deletion-protection --apply-immediately`,
                `${rds('delete-db-instance', name)} --final-db-snapshot-identifier ${name}-returned`,
                awaited(rds('wait db-instance-deleted', name)),
                forget(pair, '[0]'),
              ];
            }),
          )}`,
        ]),
  ];
}
