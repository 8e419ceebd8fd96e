import { asDuration } from '../../blueprint/amounts.ts';
import { listed } from '../../report/wording.ts';
import type { Datastore } from '../datastore.ts';
import { withoutPlace } from '../doubts/doubts.ts';
import type { Environment } from '../environment.ts';
import { nameIn } from '../names.ts';
import { registryOf } from '../pipeline/releases.ts';
import { type About, decisionLink, documentPaths, workloadsOf } from './about.ts';
import { beforeRestore } from './before-restore.ts';
import { drills } from './drills.ts';
import { bullets, linksFrom, page, section, table } from './markdown.ts';
import { lostInWords, type Recoveries, recoveriesOf, timeInWords } from './recovery-figures.ts';
import { regionLoss } from './region-loss.ts';
import { regionReturn } from './region-return.ts';
import { restoreSteps } from './restore-steps.ts';

const at = documentPaths.recovery;

/** `docs/disaster-recovery.md`: what can be lost, how long it takes to come back, and how it is done. */
export function recoveryPage(about: About): string {
  const { architecture, main, written } = about;
  const link = linksFrom(at);
  const all = recoveriesOf(main, (one) => isReplicated(about, main, one));
  const { rpo, rto } = strictest(main);
  const backups = written.find(/^terraform\/environments\/.*\.tf$/, /modules\/backup"/);
  return page(
    `Disaster recovery of ${architecture.name}`,
    `${main.datastores.length === 0 ? '' : `The strictest targets in ${main.name} are an RPO of ${asDuration(rpo)} (how much may be lost) and an RTO of ${asDuration(rto)} (how long it may be away). `}A lost region is recovered from by **${architecture.platform.recovery}**: ${decisionLink(architecture, at, 'disaster-recovery')} says why.`,
    section(
      'What follows from how it is built',
      all.length === 0
        ? 'Nothing keeps data here: everything is made anew from code.'
        : figuresTable(main, all),
      all.length > 0 &&
        'Times of restores are assumed from sizes until a drill has measured them: write what it took into the table of drills below.',
      backups.length > 0 && `Backups are in ${backups.map((path) => link(path)).join(', ')}.`,
    ),
    section('Targets that are missed', missed(all)),
    section('Before anything is restored', beforeRestore(about, at)),
    ...main.datastores.flatMap((one) => restoreSection(about, main, one)),
    section(`When ${main.region} is lost`, regionLoss(about)),
    section(`Back to ${main.region}`, regionReturn(about)),
    section('Drills', drills(main, architecture)),
    section('What is not covered', notCovered(about, all)),
  );
}

/** Targets of the main environment that what is built may miss, in words. */
export function missedTargets(about: About): readonly string[] {
  const { main } = about;
  return recoveriesOf(main, (one) => isReplicated(about, main, one)).flatMap(({ misses }) => misses);
}

/** Whether a replica of a datastore in the recovery region is in what was written. */
export function isReplicated({ written }: About, environment: Environment, one: Datastore): boolean {
  if (one.crossRegion !== 'replica' || environment.recovery === undefined) return false;
  const here = new RegExp(`^terraform/environments/${environment.name}/`);
  const name = 'replicaName' in one ? one.replicaName! : one.name;
  return one.type === 'bucket' || one.type === 'table'
    ? written.find(here, one.type === 'bucket' ? new RegExp(name) : /replica = \{/).length > 0
    : written.find(here, /replicate_source_arn[^\n]*/).some((path) => written.text(path).includes(one.name));
}

function strictest({ datastores }: Environment): { rpo: number; rto: number } {
  return {
    rpo: Math.min(...datastores.map(({ rpoSeconds }) => rpoSeconds), 86_400),
    rto: Math.min(...datastores.map(({ rtoSeconds }) => rtoSeconds), 86_400),
  };
}

function figuresTable(main: Environment, all: readonly Recoveries[]): string {
  return table(
    [
      'datastore',
      'may be lost',
      'may be away',
      'a machine or zone fails',
      'data is destroyed',
      'the region is lost',
    ],
    all.map(({ datastore, zone, mistake, region }) => [
      `\`${datastore.name}\` (${datastore.type})`,
      mayBeLost(main, datastore),
      asDuration(datastore.rtoSeconds),
      ...[zone, mistake, region].map(
        ({ rpo, rto, by }) => `loses ${lostInWords(rpo)}, ${timeInWords(rto)}: ${by}`,
      ),
    ]),
  );
}

/** What flows can be sent again, and what only buffers fills again where it begins anew. */
function mayBeLost({ recovery }: Environment, { type, rpoSeconds }: Datastore): string {
  if (type === 'queue' || type === 'topic') return 'all of it';
  const told = asDuration(rpoSeconds);
  return type === 'redis' && recovery ? `${told}; all of it with the region` : told;
}

function missed(all: readonly Recoveries[]): string {
  const misses = all.flatMap((one) => one.misses);
  return misses.length === 0
    ? 'None, as far as it can be reckoned.'
    : `${bullets(misses)}\nEither the target is wrong, or somebody has to accept it by name.`;
}

function restoreSection(about: About, environment: Environment, one: Datastore): string[] {
  const told = restoreSteps(about, environment, one);
  return told === undefined ? [] : [section(`Restoring ${one.name} in ${environment.name}`, told)];
}

function notCovered(about: About, all: readonly Recoveries[]): string {
  const { architecture, main, written } = about;
  const lost = all.filter(({ region }) => region.rpo === 'lost').map(({ datastore }) => datastore.name);
  const vault = nameIn(main, main.system, 'backup');
  return bullets([
    ...(main.recovery === undefined
      ? [
          `The loss of ${main.region}: \`environments.${main.name}.recoveryRegion\` in \`plinth.yaml\` changes that.`,
        ]
      : []),
    ...(main.recovery !== undefined && lost.length > 0
      ? [`What is in ${listed(lost)} when ${main.region} is lost.`]
      : []),
    ...secretsLost(about),
    ...functionsMissed(main),
    ...imagesLost(main),
    ...(written.find(/^terraform\/.*\.tf$/, /aws_backup_vault_lock_configuration/).length > 0
      ? [
          `Somebody with all rights in the account, after the days for which the lock of the vault \`${vault}\` holds.`,
        ]
      : ['Somebody with all rights in the account, who may delete backups too.']),
    ...architecture.environments
      .filter(({ name }) => name !== main.name)
      .map(
        ({ name, datastores }) =>
          `${name}: its data has ${datastores.every(({ backups }) => backups === 'none') ? 'no backups' : 'backups, and no other region'}; it is made anew from code.`,
      ),
    ...architecture.notes.map(withoutPlace),
  ]);
}

function secretsLost({ main, architecture }: About): string[] {
  const filledIn = workloadsOf(main).some(({ secrets }) => secrets.some(({ kind }) => kind === 'app'));
  if (!filledIn) return [];
  const list = linksFrom(at)(documentPaths.prerequisites, 'list');
  if (architecture.platform.secrets === 'vault')
    return [
      main.recovery === undefined
        ? `What is in Vault is in the volumes of one cluster: keep secrets where they come from, so that they can be filled in again (${list}).`
        : `What is in Vault is in the volumes of one cluster, and nothing copies it: Vault in ${main.recovery.region} has what people filled in there too (${list}).`,
    ];
  return main.recovery === undefined
    ? [
        `Secrets that a person filled in are in one region: keep them where they come from, so that they can be filled in again (${list}).`,
      ]
    : [];
}

/** Registries of AWS are in a region, others are somewhere else altogether. */
function imagesLost(main: Environment): string[] {
  const images = workloadsOf(main).flatMap((one) => ('image' in one && one.image ? [one.image] : []));
  const registries = [...new Set(images.map(registryOf))];
  const here =
    main.recovery === undefined ? registries.filter((host) => host.includes(`.ecr.${main.region}.`)) : [];
  const elsewhere = registries.filter((host) => !here.includes(host));
  return [
    ...(here.length > 0
      ? [
          `Images in ${listed(here)}: the region takes its registry with it. What builds them has to be able to build them again, into another one.`,
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          `Images come from ${listed(elsewhere)}: while ${elsewhere.length === 1 ? 'that is' : 'those are'} away too, nothing new starts anywhere.`,
        ]
      : []),
  ];
}

/** A function reads the secret itself: only its code can look at the one beside it. */
function functionsMissed({ functions, standby, recovery }: Environment): string[] {
  const reading = functions.filter(({ name }) =>
    standby?.functions.some(
      (one) => one.name === name && one.secrets.some(({ addressName }) => addressName !== undefined),
    ),
  );
  return reading.length === 0
    ? []
    : [
        `The address of a database in ${recovery!.region} for ${listed(reading.map(({ name }) => name))}, unless the code takes \`host\` from the secret that the variable \`…_ADDRESS_SECRET\` names, where there is one.`,
      ];
}
