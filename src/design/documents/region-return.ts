import { listed } from '../../report/wording.ts';
import type { Database } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { holdsBack } from '../gitops/held.ts';
import { activationFolder } from '../gitops/repository.ts';
import { hostedIn, isArchived } from '../hosted.ts';
import { identifier } from '../names.ts';
import { isAtTop } from '../regional-names.ts';
import type { About } from './about.ts';
import { shell, steps } from './markdown.ts';
import { hostedAnew, hostedBack } from './region-hosted.ts';
import { adopt, applyRoot, dataRoot } from './restore-common.ts';

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
      ...objects(main, standby),
      `Let nobody write in ${recovery.region}${hostedIn(main).some(isArchived) ? ': workloads there end, and databases of the cluster stay' : ''}.${standby.cluster && holdsBack(architecture, standby) ? `\n\n${shell(`kubectl delete --filename ${activationFolder(standby)}/activate.yaml`)}` : ''}`,
      ...takeOver(about, pairs),
      ...hostedBack(main, standby),
      ...standbyAnew(main, standby, root('recovery')),
      `Point names back, and make what follows anew in ${recovery.region}.\n\n${shell(
        `rm ${root('recovery')}/active.auto.tfvars`,
        ...applyRoot(root('recovery')),
        ...(recovery.strategy === 'backup-restore'
          ? [
              `terraform -chdir=${root('standby')} destroy # where what computes there is not kept`,
              ...recordsLeft(about),
            ]
          : applyRoot(root('standby'))),
      )}`,
      `Look at it as people see it, then start the pipeline again: its plans are empty.${cause ? `\n\n${shell('gh workflow enable infrastructure.yaml', 'gh workflow enable drift.yaml')}` : ''}`,
      ...hostedAnew(main, standby, holdsBack(architecture, standby)),
    ]),
  ].join('\n');
}

/** Records at the top of a zone that a cluster wrote outlive it, and would go on taking all requests. */
function recordsLeft({ main, architecture }: About): string[] {
  const { services, standby, dns } = main;
  const { compute, edge } = architecture.platform;
  const isTop = services.some(
    ({ expose }) => expose && isAtTop(main, expose.host) && !(expose.public && edge === 'cloudfront'),
  );
  if (compute !== 'eks' || !isTop) return [];
  return [
    `ZONE=$(aws route53 list-hosted-zones-by-name --dns-name ${dns.zone} --query 'HostedZones[?!Config.PrivateZone] | [0].Id' --output text)`,
    `aws route53 list-resource-record-sets --hosted-zone-id "$ZONE" --query "ResourceRecordSets[?SetIdentifier=='${standby!.region}']" | jq '{Changes: map({Action: "DELETE", ResourceRecordSet: .})}' > left.json # what the cluster wrote for ${dns.zone}`,
    'aws route53 change-resource-record-sets --hosted-zone-id "$ZONE" --change-batch file://left.json',
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
      `aws rds modify-db-instance --region ${region} --db-instance-identifier ${name} --new-db-instance-identifier ${name}-lost --apply-immediately`,
      `aws rds wait db-instance-available --region ${region} --db-instance-identifier ${name}-lost`,
      `aws rds create-db-instance-read-replica --region ${region} --source-region ${recovery!.region} --db-instance-identifier ${name} --source-db-instance-identifier arn:aws:rds:${recovery!.region}:${account}:db:${there.resourceName} --db-instance-class ${own.instanceClass} --kms-key-id "$KEY" --db-subnet-group-name "$SUBNETS" --vpc-security-group-ids "$GROUP" --db-parameter-group-name "$PARAMETERS" --no-publicly-accessible --copy-tags-to-snapshot`,
      `aws rds wait db-instance-available --region ${region} --db-instance-identifier ${name}`,
    )}`;
  });
}

/** Objects that were written there; tables that are in both regions follow by themselves. */
function objects({ datastores, region, recovery }: Environment, standby: Environment): string[] {
  const commands = datastores.flatMap((own) => {
    const there = standby.datastores.find(({ name }) => name === own.name);
    return own.type === 'bucket' && there?.type === 'bucket'
      ? [
          `aws s3 sync s3://${there.bucketName} s3://${own.bucketName} --source-region ${recovery!.region} --region ${region}`,
        ]
      : [];
  });
  return commands.length === 0
    ? []
    : [`Copy back what was written meanwhile; again after nobody writes any more.\n\n${shell(...commands)}`];
}

function takeOver(about: About, pairs: readonly Pair[]): string[] {
  const { main } = about;
  const { region } = main;
  return pairs.map(
    ({ own }) =>
      `Once it has everything (the metric \`ReplicaLag\` of \`${own.resourceName}\` is 0), let ${own.name} take writes, and tell Terraform that it is the one.\n\n${shell(
        `aws rds promote-read-replica --region ${region} --db-instance-identifier ${own.resourceName} --backup-retention-period ${Math.max(1, Math.min(35, own.retentionDays))}`,
        `aws rds wait db-instance-available --region ${region} --db-instance-identifier ${own.resourceName}`,
      )}\n${adopt(about, main, own, 'database', 'aws_db_instance', own.resourceName)}\nApply what differs: \`terraform -chdir=${dataRoot(main)} apply\`.`,
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
              `${rds('modify-db-instance', pair.there.resourceName)} --new-db-instance-identifier ${pair.there.resourceName}-returned --apply-immediately`,
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
                rds('wait db-instance-deleted', name),
                forget(pair, '[0]'),
              ];
            }),
          )}`,
        ]),
  ];
}
