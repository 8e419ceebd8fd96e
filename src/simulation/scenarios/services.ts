import { behaviours } from '../../../data/availability/promises.ts';
import { type Dependency, nameOf } from '../platform/dependencies.ts';
import type { Managed } from '../platform/managed.ts';
import type { Platform, Running } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import { scenario } from './machines.ts';
import { inTurn, type Outcome, type Scenario, type ScenarioKind } from './outcome.ts';
import { type Failed, propagate } from './propagate.ts';

const kinds: Readonly<Record<Managed['kind'], ScenarioKind>> = {
  database: 'database',
  cache: 'cache',
  queue: 'queue',
  stream: 'queue',
  search: 'dependency',
  files: 'dependency',
  table: 'dependency',
  bucket: 'dependency',
};

/** Each service that a provider runs: its primary fails, or, where it has none that shows, it does not answer at all. */
export function failEachService(platform: Platform): readonly Scenario[] {
  return platform.managed.flatMap((managed) => {
    const users = platform.dependencies.filter(({ to }) => to.kind === 'managed' && to.managed === managed);
    // a bucket or table that nothing is seen to call says nothing
    if (users.length === 0 && managed.onPrimaryLoss === undefined) return [];
    const { onPrimaryLoss, address } = managed;
    const title = onPrimaryLoss ? `${address} loses its primary` : `${address} does not answer`;
    const felt: Failed = { why: [title, managed.as], duration: awayFor(managed) };
    const outcomes = propagate(platform, [], (to) =>
      to.kind === 'managed' && to.managed === managed ? felt : undefined,
    );
    const notes = [
      ...(users.length === 0 ? ['nothing in the repository shows which workload calls it'] : []),
      ...(onPrimaryLoss && managed.losesOnFailover ? [`lost with it: ${managed.losesOnFailover}`] : []),
      ...(managed.survivesZone === false && managed.advice ? [`smallest change: ${managed.advice}`] : []),
    ];
    return [
      { ...scenario(kinds[managed.kind], `${kinds[managed.kind]}:${address}`, title, outcomes), notes },
    ];
  });
}

function awayFor({ onPrimaryLoss }: Managed) {
  if (!onPrimaryLoss) return { seconds: undefined, until: 'the provider brings it back', parts: [] };
  const { seconds, what, source } = behaviours[onPrimaryLoss];
  return inTurn([{ what, seconds: seconds && [seconds[0], seconds[1]], source }], what);
}

/** Each host outside that some workload calls. */
export function failEachHost(platform: Platform): readonly Scenario[] {
  const hosts = new Set(platform.dependencies.flatMap(({ to }) => (to.kind === 'external' ? [to.host] : [])));
  return [...hosts].sort().map((host) => {
    const felt: Failed = {
      why: [`${host} does not answer`],
      duration: { seconds: undefined, until: 'whoever runs it brings it back', parts: [] },
    };
    const outcomes = propagate(platform, [], (to) =>
      to.kind === 'external' && to.host === host ? felt : undefined,
    );
    return scenario('dependency', `dependency:${host}`, `${host} does not answer`, outcomes);
  });
}

/** Services of AWS that a pod reaches over the internet, unless the network has an endpoint for them. */
const endpoints: Readonly<Partial<Record<Managed['kind'], string>>> = {
  queue: 'sqs',
  bucket: 's3',
  table: 'dynamodb',
};

/** Each NAT gateway: what calls the internet from behind it fails. */
export function failEachExit(platform: Platform, running: Running): readonly Scenario[] {
  const leaves = ({ to }: Dependency) => {
    if (to.kind === 'external') return true;
    const service = to.kind === 'managed' ? endpoints[to.managed.kind] : undefined;
    return service !== undefined && !platform.endpoints.has(service);
  };
  return platform.exits.map(({ resource, zone, serves }) => {
    const title = `NAT gateway ${resource.address} is lost`;
    const scope =
      serves === 'all'
        ? 'it is the only way out of the network'
        : `what runs in ${zone ?? 'its zone'} goes out through it`;
    const own = platform.workloads.flatMap((workload): Outcome[] => {
      const calls = platform.dependencies.filter(
        (one) => one.from === workload && !one.optional && leaves(one),
      );
      if (calls.length === 0) return [];
      const zonesOfPods =
        workload.kind === 'function'
          ? (workload.inZones ?? [])
          : (running.pods.get(workload) ?? []).flatMap(({ node }) =>
              node >= 0 ? [running.cluster.nodes[node]!.spec.zone] : [],
            );
      const hit = zonesOfPods.filter((one) => serves === 'all' || one === zone).length;
      if (hit === 0) return [];
      return [
        {
          workload,
          state: 'impaired',
          before: zonesOfPods.length,
          left: zonesOfPods.length - hit,
          restored: zonesOfPods.length,
          needed: workload.enough,
          why: [
            title,
            scope,
            `${shareWithoutWay(hit, zonesOfPods.length, workload)} reach ${calls.map(({ to }) => nameOf(to)).join(', ')}`,
          ],
          duration: {
            seconds: undefined,
            until: 'it is made anew, or routes are led to another one',
            parts: [],
          },
        },
      ];
    });
    const notes =
      serves === 'all'
        ? ['smallest change: a NAT gateway in each zone, with routes of its own for each']
        : [];
    return {
      ...scenario(
        'nat',
        `nat:${resource.address}`,
        title,
        propagate(platform, own, () => undefined),
      ),
      notes,
    };
  });
}

function shareWithoutWay(hit: number, all: number, { runs, address }: Workload): string {
  if (runs === 'function') return `${address} cannot`;
  return hit === all ? `no ${runs} of ${address} can` : `${hit} of ${all} ${runs}s of ${address} cannot`;
}
