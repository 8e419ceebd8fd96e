import { listed } from '../../report/wording.ts';
import type { Architecture } from '../architecture.ts';
import { isSwitched } from '../datastore.ts';
import type { Environment, Schedule } from '../environment.ts';
import { isHosted } from '../hosted.ts';
import { isSwitchedAtAll, isSwitchedByAws, isSwitchedInCluster } from '../office-hours.ts';
import { type About, documentPaths, runbooksFolder } from './about.ts';
import { bullets, dollars, linksFrom, page, section, shell, table } from './markdown.ts';
import { pause, switchNow } from './office-hours-commands.ts';
import { savedBy } from './office-hours-saved.ts';

/** Where the page is, in platforms in which some environment has hours. */
export const officeHoursPath = 'docs/office-hours.md';
const link = linksFrom(officeHoursPath);

type Scheduled = Environment & { readonly schedule: Schedule };

/** Environments of which something is off at times. */
export function scheduledOf({ environments }: Architecture): readonly Scheduled[] {
  return environments.filter((one): one is Scheduled => isSwitchedAtAll(one));
}

/** `docs/office-hours.md`: what is off and when, how it is kept on, and what that saves. */
export function officeHoursPage({ architecture }: About): string {
  const all = scheduledOf(architecture);
  return page(
    'Office hours',
    `${listed(all.map(({ name }) => name))} ${all.length === 1 ? 'is' : 'are'} off when nobody works there. The hours are \`schedule\` and \`timezone\` of the environment in \`plinth.yaml\`; \`npx plinth design\` brings everything here after them.`,
    section('When, and what it saves', hours(architecture, all)),
    ...all.map((one) => section(`What is off: ${one.name}`, off(architecture, one), stays(one))),
    ...all.map((one) => section(`Keep it on for an evening: ${one.name}`, keepOn(one))),
    ...all.map((one) => section(`Switch it by hand: ${one.name}`, byHand(one))),
    section('While it is off', meanwhile(architecture, all)),
    section('Why it is done so', why(architecture, all)),
  );
}

function hours(architecture: Architecture, all: readonly Scheduled[]): string {
  const rows = all.map((one) => {
    const { schedule } = one;
    return [
      one.name,
      `${schedule.text} (${schedule.timezone})`,
      `${schedule.hours} of 168`,
      `${schedule.databaseHours} of 168`,
      dollars(savedBy(architecture, one, schedule)),
    ];
  });
  return `${table(['environment', 'on', 'hours a week', 'databases', 'saves, a month'], rows)}\nDatabases start 20 minutes earlier and stop 10 minutes later than what connects to them. The saving is that of ${link(documentPaths.cost, 'cost')}, which reckons with these hours.`;
}

function off(architecture: Architecture, one: Scheduled): string {
  const { cluster, services, datastores, jobs, schedule } = one;
  const databases = datastores.filter(isSwitched);
  const pools = (cluster?.nodePools ?? []).filter(({ name }) => name !== 'system');
  const scaler = architecture.platform.nodes === 'karpenter' ? 'Karpenter' : 'the cluster autoscaler';
  const due = jobs.filter((job) => job.schedule !== undefined);
  const rows = [
    ...(services.length > 0
      ? [
          [
            named('service', services),
            cluster ? 'no replica: a CronJob in the cluster' : 'no task: EventBridge Scheduler',
            'as many as they have at least; scaling goes on from there',
          ],
        ]
      : []),
    ...(pools.length > 0 && !datastores.some(isHosted)
      ? [
          [
            named('pool', pools),
            `nodes stand empty, and are taken away ten minutes later by ${scaler}`,
            'nodes are added for the pods that wait for them',
          ],
        ]
      : []),
    ...(databases.length > 0
      ? [
          [
            named('database', databases),
            `stopped at ${timeOf(schedule.databases.stop)}: EventBridge Scheduler`,
            `started at ${timeOf(schedule.databases.start)}`,
          ],
        ]
      : []),
    ...due.map((job) => [`job ${job.name}`, 'not due', `due at \`${job.schedule}\` (UTC)`]),
    ...jobs
      .filter((job) => job.schedule === undefined)
      .map((job) => [`job ${job.name}`, 'not due', 'when somebody starts it']),
  ];
  return `${table(['what', `in the evening, at ${timeOf(schedule.stop)}`, `in the morning, at ${timeOf(schedule.start)}`], rows)}`;
}

/** `services web and api`, `database orders`. */
function named(noun: string, all: readonly { readonly name: string }[]): string {
  return `${noun}${all.length === 1 ? '' : 's'} ${listed(all.map(({ name }) => name))}`;
}

/** `19:00`, of five cron fields. */
function timeOf(cron: string): string {
  const [minute, hour] = cron.split(' ').map((field) => field.padStart(2, '0'));
  return `${hour}:${minute}`;
}

function stays({ cluster, datastores, functions, network }: Scheduled): string {
  const namesOf = (which: (one: (typeof datastores)[number]) => boolean) =>
    datastores.filter(which).map(({ name }) => name);
  const caches = namesOf((one) => one.type === 'redis' && !isHosted(one));
  const hosted = namesOf(isHosted);
  const replicated = namesOf(
    (one) => (one.type === 'postgres' || one.type === 'mysql') && !isHosted(one) && !isSwitched(one),
  );
  return `These stay on, and are paid for:\n\n${bullets([
    ...(cluster
      ? ['the control plane and the nodes of the pool system, with add-ons, delivery and what watches']
      : []),
    ...(hosted.length > 0
      ? [
          `${listed(hosted)}: the cluster keeps ${hosted.length === 1 ? 'it' : 'them'} itself, on nodes that stay for it`,
        ]
      : []),
    ...(replicated.length > 0 ? [`${listed(replicated)}: RDS stops no database that has a replica`] : []),
    ...(caches.length > 0
      ? [`the cache ${listed(caches)}: ElastiCache can only be deleted, and loses what it holds`]
      : []),
    `${network.nat === 'none' ? '' : 'NAT gateways, '}endpoints and load balancers: they can only be deleted; made anew they would have other addresses`,
    ...(datastores.some(isSwitched) ? ['storage and backups of databases that are stopped'] : []),
    ...(functions.length > 0 ? ['functions, which cost nothing while nobody calls them'] : []),
  ])}`;
}

function keepOn(one: Scheduled): string {
  return `Before the hour of the evening; nothing is switched any more until it is resumed:\n\n${shell(...pause(one, 'pause'))}\nThe next day, while it is on:\n\n${shell(...pause(one, 'resume'))}\nForgotten, it is told: ${listed(
    [
      ...(isSwitchedInCluster(one) ? ['`OfficeHoursMissed` fires after a day'] : []),
      ...(isSwitchedByAws(one)
        ? ['the search for drift finds disabled schedules, and the next apply enables them']
        : []),
    ],
  )}. Other hours for good are a change of \`plinth.yaml\`.`;
}

function byHand(one: Scheduled): string {
  return `On, as at a weekend. It stays on until the next evening at which hours end, so switch it off afterwards:\n\n${shell(...switchNow(one, 'on'))}\nOff, when everybody has gone:\n\n${shell(...switchNow(one, 'off'))}`;
}

function meanwhile({ platform }: Architecture, all: readonly Scheduled[]): string {
  const databases = all.some(({ datastores }) => datastores.some(isSwitched));
  const clusters = all.some(isSwitchedInCluster);
  const [first] = all.filter(({ datastores }) => datastores.some(isSwitched));
  return bullets([
    'Terraform finds nothing changed: RDS keeps all settings of a database that is stopped, and how many tasks and nodes there are is left to what scales them.',
    ...(databases
      ? [
          'A change of a database cannot be applied: RDS turns it away until the database is on. Merge such a change in hours.',
          `Backups, patches and copies have windows by day (${first!.name}: ${first!.schedule.upkeep.backup} and ${first!.schedule.upkeep.maintenance}, UTC), since RDS does none of them while a database is off. What can be restored to any second ends in the evening and goes on in the morning.`,
          'RDS starts a database by itself after seven days. These are off for a weekend at the longest, so that it never comes to that; where it does, the next evening stops it.',
        ]
      : []),
    ...(platform.compute !== 'none'
      ? ['A release brings the new version; it is first started in the morning.', 'Public hosts answer 503.']
      : []),
    ...(clusters
      ? [
          'Alerts that follow from it reach nobody while no service has replicas, and for a quarter of an hour after: `EnvironmentOff` silences them by what is so, and not by the clock. What watches and delivers stays on, and is told of as ever.',
        ]
      : [
          'Nobody is told that tasks are missing: alarms on that are made for what is always on. That of the entrance, which turns requests away, and that of a queue that waits for a service count only in hours; CloudWatch reckons those in UTC, so that in summer or in winter they may begin an hour later, or end an hour sooner.',
        ]),
    `What could not be switched is told: ${link(`${runbooksFolder}/office-hours-missed.md`, 'runbook')}.`,
  ]);
}

function why({ platform }: Architecture, all: readonly Scheduled[]): string {
  const clusters = all.some(isSwitchedInCluster);
  const tasks = all.some(({ cluster, services }) => !cluster && services.length > 0);
  const rows = [
    [
      'EventBridge Scheduler calls RDS itself',
      'no function to keep and patch; it follows summer time, tries again, and keeps what was turned away',
    ],
    ...(tasks
      ? [
          [
            'it changes the number of tasks, not the range of scaling',
            'scheduled scaling writes into the range that Terraform holds: each plan by night would find a change, and an apply would switch everything on',
          ],
        ]
      : []),
    ...(clusters
      ? [
          [
            'services go to no replica, and nodes follow',
            `${platform.nodes === 'karpenter' ? 'Karpenter' : 'the autoscaler'} takes empty nodes away and adds them again already; groups of nodes set to none would be filled anew for the pods that wait`,
          ],
          [
            'a CronJob with kubectl',
            'it may change the number of replicas of named services and nothing else; autoscalers leave alone what has no replica, and take over in the morning; KEDA would be one more operator, in the place of every autoscaler',
          ],
        ]
      : []),
  ];
  return table(['what', 'because'], rows);
}
