import { behaviours } from '../../../data/availability/promises.ts';
import { listed } from '../../report/wording.ts';
import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { type About, workloadsOf } from './about.ts';
import { table } from './markdown.ts';

/** What happens when a part is away: to whom, and what brings it back. */
export function failureTable(about: About, environment: Environment): string {
  const rows = [
    ...environment.datastores.map((one) => [
      `\`${one.name}\` (${one.type})`,
      affected(environment, one.name),
      ofDatastore(one),
    ]),
    ...environment.services
      .filter(({ calledBy }) => calledBy.length > 0)
      .map(({ name, calledBy, scale, maxUnavailable }) => [
        `\`${name}\``,
        affectedBy(environment, calledBy),
        `${scale.min} replicas at least, over ${environment.zones.length} zones, of which ${maxUnavailable} may be away on purpose${restarts(about)}`,
      ]),
    ...outside(environment).map(([host, users]) => [
      host,
      affectedBy(environment, users),
      'nothing here: callers need a time limit, a retry with a pause that grows, and an answer without it',
    ]),
    ...zoneRow(about, environment),
  ];
  return table(['when this is away', 'this is hit', 'and this brings it back'], rows);
}

/** Workloads that use something, and through them, whoever calls those. */
function affected(environment: Environment, name: string): string {
  return affectedBy(
    environment,
    workloadsOf(environment)
      .filter(({ needs }) => needs.some((need) => need.name === name))
      .map((one) => one.name),
  );
}

function affectedBy(environment: Environment, direct: readonly string[]): string {
  if (direct.length === 0) return 'nothing that is here';
  const reached = new Set(direct);
  const all = workloadsOf(environment);
  for (const name of reached)
    for (const caller of all.find((one) => one.name === name)?.calledBy ?? []) reached.add(caller);
  const through = [...reached].filter((one) => !direct.includes(one));
  return `${listed(direct)}${through.length > 0 ? `; through them ${listed(through)}` : ''}`;
}

function ofDatastore(datastore: Datastore): string {
  switch (datastore.type) {
    case 'postgres':
    case 'mysql':
      if (datastore.hosting === 'self-hosted') return 'the operator promotes another instance';
      return datastore.multiZone
        ? `the standby in another zone takes over in ${behaviours['rds-failover'].seconds.join(' to ')} seconds; connections break and have to be opened again`
        : 'nothing takes over: RDS starts it on another machine of its zone; where the zone is lost, it is restored';
    case 'redis':
      return datastore.nodes > 1
        ? 'a replica is promoted; what was written last may be lost'
        : 'it is replaced, empty: callers have to live without what it held';
    case 'queue':
      return `AWS keeps it in several zones; messages wait ${datastore.messageRetentionSeconds / 86_400} days, and after ${datastore.maxReceives} tries go to \`${datastore.deadLetterName}\``;
    default:
      return 'AWS keeps it in several zones';
  }
}

function restarts({ architecture }: About): string {
  return architecture.platform.compute === 'eks'
    ? '; what is not ready gets no requests'
    : '; tasks that fail their health check are replaced';
}

function outside({ flows }: Environment): [string, string[]][] {
  const users = new Map<string, string[]>();
  for (const { from, to } of flows)
    if (to.kind === 'outside' && from.kind === 'workload')
      users.set(to.host, [...(users.get(to.host) ?? []), from.name]);
  return [...users];
}

function zoneRow({ architecture }: About, { zones, network, recovery, region }: Environment): string[][] {
  const { compute } = architecture.platform;
  const nat =
    network.nat === 'single'
      ? '; while the zone of the one NAT gateway is away, nothing reaches the internet'
      : '';
  return [
    [
      `one zone of ${zones.length}`,
      zones.length === 1 ? 'everything' : `a share of what computes${nat}`,
      zones.length === 1
        ? 'nothing until the zone is back'
        : compute === 'none'
          ? 'AWS runs functions in the other zones'
          : 'what ran there is started in the other zones',
    ],
    [
      region,
      'everything',
      recovery === undefined
        ? 'nothing here: there is no recovery region'
        : `${recovery.region}, by ${recovery.strategy}`,
    ],
  ];
}
