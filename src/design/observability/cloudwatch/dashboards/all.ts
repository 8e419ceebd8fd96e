import type { Architecture, Owner } from '../../../architecture.ts';
import type { Environment } from '../../../environment.ts';
import { nameIn } from '../../../names.ts';
import type { FunctionHere, Service } from '../../../workload.ts';
import { type Alarmed, regionAlarms } from '../all.ts';
import { alarmArn } from '../names.ts';
import { type CloudObjective, cloudObjectives } from '../objectives.ts';
import { type CloudDashboard, laidOut, type Row } from './dashboard.ts';
import { datastoreRow } from './datastore.ts';
import { executiveRows, mostAlarms } from './executive.ts';
import { callRows, concurrencyRow } from './function.ts';
import { burnRow } from './objectives.ts';
import { requestsRow, saturationRow } from './service.ts';
import { functionsRow, servicesRow } from './team.ts';

interface About {
  readonly architecture: Architecture;
  readonly environment: Environment;
  readonly alarms: readonly Alarmed[];
  readonly objectives: readonly CloudObjective[];
}

/**
 * One for each service, function and team, and one for who answers for the whole. In a cluster Grafana has those of
 * what runs in it.
 */
export function cloudDashboards(
  architecture: Architecture,
  environment: Environment,
): readonly CloudDashboard[] {
  const { services, functions, datastores, cluster } = environment;
  const about: About = {
    architecture,
    environment,
    alarms: regionAlarms(architecture, environment),
    objectives: cloudObjectives(environment),
  };
  if (cluster) return functions.map((one) => ofWorkload(about, one));
  const runs = [...services, ...functions];
  const owners = architecture.owners.filter(({ name }) =>
    [...runs, ...datastores].some(({ owner }) => owner.name === name),
  );
  return [
    ...(runs.length > 0 ? [ofAll(about)] : []),
    ...owners.map((owner) => ofTeam(about, owner)),
    ...runs.map((one) => ofWorkload(about, one)),
  ];
}

function ofAll({ architecture, environment, alarms, objectives }: About): CloudDashboard {
  return {
    for: 'people',
    id: 'executive',
    name: nameIn(environment, environment.system, 'executive'),
    start: '-P30D',
    rows: laidOut(executiveRows(architecture, environment, alarms, objectives)),
  };
}

/** Everything that a team answers for. */
function ofTeam(about: About, { name }: Owner): CloudDashboard {
  const { environment, alarms } = about;
  const theirs = <T extends { readonly owner: Owner }>(all: readonly T[]) =>
    all.filter(({ owner }) => owner.name === name);
  return {
    for: 'people',
    id: `team-${name}`,
    name: nameIn(environment, name, 'team'),
    start: '-PT3H',
    rows: laidOut([
      alarmsRow(about, theirs(alarms)),
      burnRow(about.objectives.filter(({ owner }) => owner === name)),
      servicesRow(environment, theirs(environment.services)),
      functionsRow(environment, theirs(environment.functions)),
      ...theirs(environment.datastores).map(datastoreRow),
    ]),
  };
}

/** Rate, errors and duration of a service or function, its saturation, and what it needs. */
function ofWorkload(about: About, one: Service | FunctionHere): CloudDashboard {
  const { environment, alarms } = about;
  const { name, tags } = one;
  const taken =
    one.kind === 'function' ? one.triggers.map((by) => ('datastore' in by ? by.datastore : '')) : [];
  const used = environment.datastores.filter(
    (store) => one.needs.some((need) => need.name === store.name) || taken.includes(store.name),
  );
  return {
    for: 'workloads',
    id: `${one.kind}-${name}`,
    name: nameIn(environment, name, 'dashboard'),
    start: '-PT3H',
    rows: laidOut([
      alarmsRow(
        about,
        alarms.filter((alarm) => alarm.tags?.['service'] === tags['service']),
      ),
      burnRow(about.objectives.filter(({ service }) => service === name)),
      ...(one.kind === 'service'
        ? [requestsRow(environment, one), saturationRow(environment, one)]
        : [...callRows(environment, one), concurrencyRow(environment, one)]),
      ...used.map(datastoreRow),
    ]),
  };
}

function alarmsRow({ environment }: About, alarms: readonly Alarmed[]): Row {
  const arns = alarms.map(({ name }) => alarmArn(environment, name));
  return {
    title: 'Now',
    widgets: arns.length === 0 ? [] : [{ title: 'Alarms', alarms: arns.slice(0, mostAlarms) }],
  };
}
