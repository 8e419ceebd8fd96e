import { asDuration } from '../../blueprint/amounts.ts';
import type { Architecture } from '../architecture.ts';
import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { hostedIn } from '../hosted.ts';
import { nameHere, nameInCluster } from '../regional-names.ts';
import { bullets, table } from './markdown.ts';
import { restoreSeconds } from './recovery-figures.ts';

interface Drill {
  readonly what: string;
  /** times a year */
  readonly often: 1 | 2 | 4;
  readonly owner: string;
  readonly limit: string;
}

const months = { 1: 'October', 2: 'April and October', 4: 'January, April, July and October' } as const;

/** What is practised, when and by whom, with room for what it took. */
export function drills(environment: Environment, { platform }: Architecture): string {
  const all: Drill[] = [
    ...environment.datastores.flatMap(restoreDrill),
    ...regionDrill(environment),
    failover(environment),
  ];
  return [
    table(
      ['drill', 'in', 'by', 'may take', 'took, and when'],
      all.map(({ what, often, owner, limit }) => [what, months[often], owner, limit, '']),
    ),
    bullets([
      'A drill is done from this page by somebody who did not write it. What was missing or wrong is mended in the same week.',
      'What it took goes into the table. Where that is longer than it may take, the target or the platform changes.',
      ...(environment.standby?.cluster && environment.recovery?.strategy === 'pilot-light'
        ? [
            `Bringing it up in ${environment.recovery.region} is tried without \`active\`: workloads are delivered there and taken away again, against replicas that refuse to be written to. Jobs with a schedule are suspended meanwhile, as they would work twice.`,
          ]
        : []),
      ...warmDrill(environment, platform),
      ...(environment.datastores.some(({ backups }) => backups !== 'none')
        ? [
            'Restores are made beside what runs, in an account that holds data of the same sensitivity, and deleted afterwards.',
          ]
        : []),
    ]),
  ].join('\n');
}

/** What runs there already is asked by the name of its region, under the name that people use. */
function warmDrill(
  { recovery, standby, services }: Environment,
  { edge }: Architecture['platform'],
): string[] {
  if (recovery?.strategy !== 'warm-standby' || !standby) return [];
  const nameOf = (host: string) => (standby.cluster ? nameInCluster(standby, host) : nameHere(standby, host));
  const [asked] = services.flatMap(({ expose, protocol }) =>
    expose &&
    protocol !== 'tcp' &&
    !(edge === 'cloudfront' && expose.public) &&
    nameOf(expose.host) !== expose.host
      ? [expose]
      : [],
  );
  const answers =
    asked === undefined
      ? ''
      : `: \`curl --fail --connect-to ${asked.host}:443:${nameOf(asked.host)}:443 https://${asked.host}${asked.path}\` answers`;
  const follows = hostedIn(standby).some((one) => 'follows' in one && one.follows);
  return [
    `Bringing it up in ${recovery.region} is tried without \`active\`: what runs there is asked, against databases that refuse to be written to${answers}.${follows ? ' Where a database of the cluster is made to take writes in a drill, it follows no more, and is made anew as the last step of the way back does it.' : ''}`,
  ];
}

function restoreDrill(one: Datastore): Drill[] {
  if (one.backups === 'none') return [];
  const strict = one.sensitivity === 'restricted' || one.rtoSeconds <= 4 * 3600;
  return [
    {
      // objects come back one by one from their former versions, which takes as long as there are spoiled ones
      what:
        one.type === 'bucket'
          ? `restore a folder of \`${one.name}\` from former versions, and compare it`
          : `restore \`${one.name}\` (${one.storageGb} GB) beside itself, and compare it`,
      often: strict ? 4 : 2,
      owner: one.owner.name,
      limit:
        one.type === 'bucket'
          ? asDuration(one.rtoSeconds)
          : `${asDuration(one.rtoSeconds)}; about ${asDuration(restoreSeconds(one.storageGb))} expected`,
    },
  ];
}

function regionDrill({ recovery, datastores, tags, name }: Environment): Drill[] {
  if (recovery === undefined) return [];
  const limit = Math.min(...datastores.map(({ rtoSeconds }) => rtoSeconds), 86_400);
  return [
    {
      what: `bring up ${name} in ${recovery.region}`,
      often: recovery.strategy === 'backup-restore' ? 1 : 2,
      owner: tags.owner ?? 'the owner of the platform',
      limit: asDuration(limit),
    },
  ];
}

function failover({ name, zones }: Environment): Drill {
  return {
    what: `take away a zone of ${name} (${zones[0]}), outside of busy hours`,
    often: 2,
    owner: 'the owner of the platform',
    limit: zones.length > 1 ? 'nobody notices' : 'as long as the zone is away',
  };
}
