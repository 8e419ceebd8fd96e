import { listed } from '../../report/wording.ts';
import type { Environment } from '../environment.ts';
import { activateCommand, holdsBack } from '../gitops/held.ts';
import { hostedIn, isArchived } from '../hosted.ts';
import { identifier, nameIn } from '../names.ts';
import { isAtTop, nameHere, originOf, topsInCluster } from '../regional-names.ts';
import { type About, documentPaths, hosts } from './about.ts';
import { linksFrom, shell, steps } from './markdown.ts';
import { keptData } from './region-data.ts';
import { hostedPromoted, hostedThere } from './region-hosted.ts';
import { applyRoot, awaited, clusterAccess } from './restore-common.ts';
import { stop, writersIn } from './stop-and-start.ts';
import { newVault } from './vaults.ts';

/** What is done when a region does not come back, step by step. */
export function regionLoss(about: About): string {
  const { main } = about;
  const { recovery, standby } = main;
  if (recovery === undefined || standby === undefined)
    return `There is no recovery region, and no copy of data in another one. What can be done: \`plinth.yaml\` gets another \`region\`, \`plinth design\` writes it, and everything is made anew there, without data. Set \`environments.${main.name}.recoveryRegion\` before it is needed.`;
  const root = (name: string) => main.states.find((one) => one.name === name)!.path;
  return [
    `One variable brings it up: \`active\` of \`${root('recovery')}\`. All that is needed is in ${recovery.region}: the states are in \`${recovery.stateBucket}\`, and neither root reads anything of ${main.region}. The commands are run by a person with rights in account ${main.account}, since the pipeline waits for roots that cannot be reached.${standby.cluster ? ` The API of the cluster there answers inside of its network, which the VPN reaches, to the roles in \`administrator_role_arns\` of \`${root('standby')}\`.` : ''}`,
    '',
    steps([
      `Decide it: ${listed([`the lead of the incident`, `the owner (${about.architecture.owner.name}, ${about.architecture.owner.email})`])} together. Going back is as much work, so wait as long as the RTO allows: AWS tells at https://health.aws.amazon.com what it expects.`,
      `Keep the lost region from coming back half: nobody applies anything to ${main.region}, and the pipeline is paused. Names do not lead back by themselves when it answers again.${pause(about)}`,
      ...hostedPromoted(main),
      `Bring up the site. ${[...keptData(main), leadsHere(about)].filter((text) => text !== '').join(' ')}\n\n${shell(
        `echo 'active = true' > ${root('recovery')}/active.auto.tfvars`,
        ...applyRoot(root('recovery')),
      )}`,
      ...tables(main, root('standby')),
      computes(about, root('standby')),
      ...buckets(main),
      ...deliver(about, standby),
      ...hostedThere(main),
      ...newVault(about),
      'Look at it as people see it: the hosts answer, the newest data is there, alerts are quiet. Tell people.',
      `Commit \`${root('recovery')}/active.auto.tfvars\`, so that no later plan says otherwise.`,
      ...stopThere(about),
    ]),
  ].join('\n');
}

/** What works there once the region answers again writes to data that is no longer the one that counts. */
function stopThere(about: About): string[] {
  const { main } = about;
  const told = stop(about, main, writersIn(main), main.cluster ? 'here' : undefined);
  const access = main.cluster ? `${shell(`${clusterAccess(main)} --alias here`)}\n` : '';
  return writersIn(main).length === 0
    ? []
    : [
        `As soon as ${main.region} can be reached again, before anything else: what runs there goes on, by its schedules and from its queues, with data that no longer counts.\n\n${access}${told}`,
      ];
}

function pause({ architecture }: About): string {
  return architecture.delivery.ci === 'github'
    ? `\n\n${shell('gh workflow disable infrastructure.yaml', 'gh workflow disable drift.yaml')}`
    : ' In GitLab: deactivate what is under Build, Pipeline schedules, and cancel pipelines that run.';
}

function leadsHere({ main, architecture }: About): string {
  const { edge, compute } = architecture.platform;
  const { standby, dns } = main;
  const tops = topsInCluster(architecture.platform, main);
  const behindEdge =
    edge === 'cloudfront' ? main.services.flatMap(({ expose }) => (expose?.public ? [expose.host] : [])) : [];
  const isTop =
    tops.length === 0 && hosts(main).some((host) => isAtTop(main, host) && !behindEdge.includes(host));
  const byOrigin = hosts(main).filter((host) => behindEdge.includes(host));
  const byName = hosts(main).filter(
    (host) => !behindEdge.includes(host) && (nameHere(main, host) !== host || tops.includes(host)),
  );
  const lead = (all: readonly string[]) =>
    `${listed(all.map((host) => `\`${host}\``))} lead${all.length === 1 ? 's' : ''}`;
  const written = compute === 'eks' ? ', which external-dns writes as soon as the Ingresses are there' : '';
  return [
    dns.zone === undefined ? 'Nothing is reached under a name: tell callers the new addresses.' : '',
    byName.length > 0 ? `Within a minute ${lead(byName)} to names in ${standby!.region}${written}.` : '',
    byOrigin.length > 0
      ? `Within a minute CloudFront, which ${lead(byOrigin)} to, finds \`${nameHere(standby!, originOf(main))}\`${written}.`
      : '',
    isTop
      ? `\`${dns.zone}\` has a record in each region: that of ${standby!.region} takes all requests once the site is in use.`
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function computes({ main, architecture }: About, root: string): string {
  const { recovery } = main;
  const inCluster = architecture.platform.compute === 'eks';
  const commands = shell(...applyRoot(root));
  switch (recovery!.strategy) {
    case 'backup-restore':
      return `Make what computes, which is not there yet${inCluster ? ' (a cluster takes about half an hour)' : ''}.\n\n${commands}`;
    case 'pilot-light':
      return inCluster
        ? `Let what stands ready there (caches) become as large as it has to be.\n\n${commands}`
        : `Let what is held back there begin: services run, schedules hold, events call functions.\n\n${commands}`;
    case 'warm-standby':
      return `Let what runs there already work for real: caches get their replicas${inCluster ? '' : ', schedules hold, functions are called'}; autoscalers add the rest.\n\n${commands}`;
  }
}

/** Tables are restored before what would make them empty; buckets into those that are there then. */
function tables(main: Environment, root: string): string[] {
  const { recovery, datastores } = main;
  const copied = datastores.flatMap((one) =>
    one.type === 'table' && one.crossRegion === 'copies' ? [one] : [],
  );
  if (copied.length === 0) return [];
  return [
    `Restore ${listed(copied.map(({ name }) => name))} from the copies in the vault under ${copied.length === 1 ? 'its name' : 'their names'}, and tell Terraform before it makes ${copied.length === 1 ? 'an empty one' : 'empty ones'}.\n\n${shell(
      `terraform -chdir=${root} init`,
      ...copied.flatMap(({ name, tableName }) => [
        ...restoreJob(main, tableName, { targetTableName: tableName }),
        awaited(`aws dynamodb wait table-exists --region ${recovery!.region} --table-name ${tableName}`),
        `terraform -chdir=${root} import 'module.${identifier(name)}.aws_dynamodb_table.this' ${tableName}`,
      ]),
    )}`,
  ];
}

function buckets(main: Environment): string[] {
  const { standby, datastores } = main;
  const copied = datastores.flatMap((one) =>
    one.type === 'bucket' && one.crossRegion === 'copies' ? [one] : [],
  );
  const there = standby!.datastores.flatMap((one) => {
    const original = copied.find(({ name }) => name === one.name);
    return one.type === 'bucket' && original ? [{ from: original.bucketName, to: one.bucketName }] : [];
  });
  if (copied.length === 0) return [];
  return [
    `Restore ${listed(copied.map(({ name }) => name))} from the copies in the vault, into ${listed(there.map(({ to }) => `\`${to}\``))}, which ${there.length === 1 ? 'is' : 'are'} there now and empty.\n\n${shell(
      ...there.flatMap(({ from, to }) =>
        restoreJob(main, from, { DestinationBucketName: to, NewBucket: 'false' }),
      ),
    )}`,
  ];
}

/** A restore by AWS Backup, which is done some time after it was asked for. @param under what it is restored as */
function restoreJob(main: Environment, name: string, under: Readonly<Record<string, string>>): string[] {
  const { recovery, account, system } = main;
  const vault = nameIn(main, system, 'backup');
  const there = `--region ${recovery!.region}`;
  const changed = Object.entries(under).map(([key, value]) => `${key}: "${value}"`);
  return [
    `aws backup list-recovery-points-by-backup-vault ${there} --backup-vault-name ${vault}-recovery --query 'reverse(sort_by(RecoveryPoints,&CreationDate))[].[CreationDate,ResourceType,ResourceName,RecoveryPointArn]' --output table`,
    `POINT=… # of that table, the newest of ${name}`,
    `aws backup get-recovery-point-restore-metadata ${there} --backup-vault-name ${vault}-recovery --recovery-point-arn "$POINT" --query RestoreMetadata | jq '. + {${changed.join(', ')}}' > metadata.json`,
    `JOB=$(aws backup start-restore-job ${there} --recovery-point-arn "$POINT" --iam-role-arn arn:aws:iam::${account}:role/${vault} --metadata file://metadata.json --query RestoreJobId --output text)`,
    `until aws backup describe-restore-job ${there} --restore-job-id "$JOB" --query Status --output text | grep -xE 'COMPLETED|FAILED|ABORTED'; do sleep 30; done`,
  ];
}

/** What brings workloads into the cluster there. */
function deliver({ architecture }: About, standby: Environment): string[] {
  if (!standby.cluster) return [];
  const access = clusterAccess(standby);
  const isFlux = architecture.delivery.gitops === 'flux';
  const watched = isFlux
    ? 'flux get kustomizations --all-namespaces'
    : 'kubectl --namespace argocd get applications';
  if (architecture.platform.recovery === 'backup-restore')
    return [
      `Install what brings manifests into the cluster, as ${linksFrom(documentPaths.recovery)('gitops/README.md')} says of a cluster that begins, for \`${standby.name}\`.\n\n${shell(access, watched)}`,
    ];
  if (!holdsBack(architecture, standby)) return [];
  const isLight = architecture.platform.recovery === 'pilot-light';
  const what = [
    ...(isLight ? ['all workloads, with the images that the other region ran', 'what watches them'] : []),
    ...(!isLight && standby.jobs.length > 0 ? ['jobs, which would have worked twice'] : []),
    ...hostedIn(standby)
      .filter(isArchived)
      .filter(({ follows }) => !follows)
      .map(({ name }) => name),
  ];
  return [
    `Deliver what was held back: ${listed(what)}. What was merged and not yet let into ${standby.standsFor} comes with it, so look at what that is.\n\n${shell(access, activateCommand(standby), watched)}`,
  ];
}
