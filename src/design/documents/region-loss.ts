import { listed } from '../../report/wording.ts';
import type { Environment } from '../environment.ts';
import { nameIn } from '../names.ts';
import type { About } from './about.ts';
import { shell, steps } from './markdown.ts';

/** What is done when a region does not come back, step by step. */
export function regionLoss(about: About): string {
  const { main } = about;
  const { recovery } = main;
  if (recovery === undefined)
    return `There is no recovery region, and no copy of data in another one. What can be done: \`plinth.yaml\` gets another \`region\`, \`plinth design\` writes it, and everything is made anew there, without data. Set \`environments.${main.name}.recoveryRegion\` before it is needed.`;
  const site = main.states.find(({ name }) => name === 'recovery');
  const standing = site !== undefined && about.written.isFolder(site.path);
  return steps([
    `Decide it: ${listed([`the lead of the incident`, `the owner (${about.architecture.owner.name}, ${about.architecture.owner.email})`])} together. Going back is as much work, so wait as long as the RTO allows: AWS tells at https://health.aws.amazon.com what it expects.`,
    `Keep the lost region from coming back half: nobody applies anything to ${main.region}, and the pipeline is paused.`,
    ...data(main, standing),
    standing
      ? `Bring up the site: its states are in \`${recovery.stateBucket}\`, in ${recovery.region}, so that they can be reached.\n\n${shell(`terraform -chdir=${site.path} init`, `terraform -chdir=${site.path} plan -out=tfplan`, `terraform -chdir=${site.path} apply tfplan`)}`
      : `Bring up what computes from code: in \`plinth.yaml\`, give ${main.name} \`region: ${recovery.region}\` and no \`recoveryRegion\`, run \`npx plinth design\`, and apply its roots in their order (${listed(main.states.filter(({ name }) => name !== 'recovery').map(({ name }) => name))}), with data from the step before.`,
    names(main),
    'Look at it as people see it: the hosts answer, the newest data is there, alerts are quiet. Tell people.',
    `Afterwards: ${recovery.region} is where it runs now, without a site to go to. Make ${main.region} that site when it is back, and return in a quiet week.`,
  ]);
}

function data(
  { datastores, recovery, account, system, ...environment }: Environment,
  standing: boolean,
): string[] {
  const there = recovery!.region;
  const databases = datastores.filter(({ type }) => type === 'postgres' || type === 'mysql');
  const vault = `${nameIn({ ...environment, system }, system, 'backup')}-recovery`;
  const promoted = databases.filter(({ crossRegion }) => crossRegion === 'replica' && standing);
  const copied = datastores.filter(
    (one) =>
      one.crossRegion === 'copies' ||
      (one.crossRegion === 'replica' && databases.includes(one as never) && !promoted.includes(one as never)),
  );
  const buckets = datastores.flatMap((one) =>
    'replicaName' in one && one.replicaName ? [one.replicaName] : [],
  );
  return [
    ...(promoted.length > 0
      ? [
          `Promote the replicas of ${listed(promoted.map(({ name }) => name))}.\n\n${shell(
            `aws rds describe-db-instances --region ${there} --query "DBInstances[?ReadReplicaSourceDBInstanceIdentifier].[DBInstanceIdentifier,ReadReplicaSourceDBInstanceIdentifier]" --output table`,
            `aws rds promote-read-replica --region ${there} --db-instance-identifier "$REPLICA"`,
          )}`,
        ]
      : []),
    ...(copied.length > 0
      ? [
          `Restore ${listed(copied.map(({ name }) => name))} from the copies in \`${vault}\`.\n\n${shell(
            `aws backup list-recovery-points-by-backup-vault --region ${there} --backup-vault-name ${vault} --query 'reverse(sort_by(RecoveryPoints,&CreationDate))[].[CreationDate,ResourceType,ResourceName,RecoveryPointArn]' --output table`,
            `aws backup get-recovery-point-restore-metadata --region ${there} --backup-vault-name ${vault} --recovery-point-arn "$POINT" --query RestoreMetadata > metadata.json # change names and subnets in it`,
            `aws backup start-restore-job --region ${there} --recovery-point-arn "$POINT" --iam-role-arn arn:aws:iam::${account}:role/${nameIn({ ...environment, system }, system, 'backup')} --metadata file://metadata.json`,
          )}`,
        ]
      : []),
    ...(buckets.length > 0
      ? [`Buckets are there already: ${listed(buckets.map((one) => `\`${one}\``))}.`]
      : []),
  ];
}

function names({ services, dns, name }: Environment): string {
  const hosts = services.flatMap(({ expose }) => (expose ? [`\`${expose.host}\``] : []));
  return hosts.length === 0 || dns.zone === undefined
    ? 'Tell callers the new addresses.'
    : `Point ${listed(hosts)} at the load balancer that is there now, in the zone \`${dns.zone}\` of ${name}: Route 53 itself needs no region.`;
}
