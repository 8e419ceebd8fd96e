import { shareOf } from '../../simulation/scenarios/judge-loss.ts';
import type { ScenarioKind } from '../../simulation/scenarios/outcome.ts';
import type { Simulated } from '../../simulation/simulate.ts';
import type { Environment } from '../environment.ts';

/** A promise that does not hold. */
export interface Broken {
  readonly environment: string;
  /**
   * `survival`: something that a part's failure takes away although it should not; `limit`: a target of the blueprint that
   * nothing which could be decided reaches
   */
  readonly kind: 'survival' | 'limit';
  /** `services.api` */
  readonly about: string;
  readonly what: string;
  /** the smallest change, as it is written in the blueprint */
  readonly change?: string;
}

/** Failures of machines, which every service is to outlive. */
const machines: ReadonlySet<ScenarioKind> = new Set<ScenarioKind>([
  'node',
  'largest-node',
  'drain',
  'spot',
  'rollout',
]);

/** What an environment promises and does not hold. */
export function brokenIn(environment: Environment, simulated: Simulated): readonly Broken[] {
  const all = [
    ...unplaced(simulated),
    ...machineLosses(environment, simulated),
    ...zoneLosses(environment, simulated),
    ...waysOut(environment, simulated),
    ...regionLoss(environment, simulated),
    ...targets(simulated),
    ...(environment.production ? objectives(simulated) : []),
  ].map((one) => ({ environment: environment.name, ...one }));
  const seen = new Set<string>();
  return all.filter((one) => !seen.has(identityOf(one)) && seen.add(identityOf(one)));
}

/** The same for what is broken alike wherever it is found. */
export function identityOf({ about, what }: Broken): string {
  return `${about} ${what}`;
}

type Found = Omit<Broken, 'environment'>;

function unplaced({ unplaced: waiting }: Simulated): readonly Found[] {
  return waiting.map(({ workload, waiting: count, why }) => ({
    kind: 'survival',
    about: workload.address,
    what: `${count} of its ${workload.replicas} pods find no place: ${why}`,
    change: `less in ${workload.address}.resources`,
  }));
}

function machineLosses({ production }: Environment, { scenarios }: Simulated): readonly Found[] {
  return (
    scenarios
      // where nobody depends on it, all may be on spot
      .filter(({ kind }) => machines.has(kind) && (production || kind !== 'spot'))
      .flatMap(({ kind, outcomes }) =>
        outcomes.flatMap(({ workload, state, before, blocks, remedy }): Found[] => {
          if (state !== 'down' && !blocks) return [];
          return [
            {
              kind: 'survival',
              about: workload.address,
              what: blocks ?? `it is down ${whenOf(kind)}, with ${shareOf(before, before, workload)}`,
              ...(remedy ? { change: remedy.what } : {}),
            },
          ];
        }),
      )
  );
}

function whenOf(kind: ScenarioKind): string {
  if (kind === 'drain') return 'while a node is replaced';
  if (kind === 'spot') return 'when all spot nodes are taken back';
  return kind === 'rollout' ? 'when a version never becomes ready' : 'when a node is lost';
}

/** Where there are several zones no service goes with one, and where people depend on it nothing that it needs either. */
function zoneLosses({ production, zones, name }: Environment, { scenarios }: Simulated): readonly Found[] {
  if (zones.length < 2)
    return production
      ? [
          {
            kind: 'limit',
            about: `environments.${name}`,
            what: 'it stands in one zone, and is away when that is lost',
            change: `environments.${name}.zones: 3`,
          },
        ]
      : [];
  return scenarios
    .filter(({ kind }) => kind === 'zone')
    .flatMap(({ outcomes }) =>
      outcomes.flatMap(({ workload, state, why, byLuck, remedy }): Found[] => {
        const fails = state === 'down' || (production && (state === 'impaired' || byLuck !== undefined));
        if (!fails) return [];
        // one that has a single pod was told of already
        if (state === 'down' && workload.replicas === 1 && workload.kind === 'serving') return [];
        return [
          {
            kind: 'survival',
            about: workload.address,
            what:
              state === 'serving' || state === 'degraded'
                ? `a lost zone may take it: ${byLuck}`
                : `it is ${state} when a zone is lost: ${why.slice(1).join(', ')}`,
            ...(remedy ? { change: remedy.what } : {}),
          },
        ];
      }),
    );
}

/** A single way out goes with its zone. */
function waysOut({ production, zones }: Environment, { scenarios, platform }: Simulated): readonly Found[] {
  if (!production || zones.length < 2 || !platform.exits.some(({ serves }) => serves === 'all')) return [];
  return scenarios
    .filter(({ kind, outcomes }) => kind === 'nat' && outcomes.length > 0)
    .map(({ outcomes }) => ({
      kind: 'limit',
      about: 'decisions.nat',
      what: `the only NAT gateway goes with its zone, and ${outcomes.map(({ workload }) => workload.name).join(', ')} ${outcomes.length === 1 ? 'calls' : 'call'} the internet through it`,
      change: 'decisions.nat: per-zone',
    }));
}

function regionLoss({ recovery, name }: Environment, { recoveries }: Simulated): readonly Found[] {
  if (!recovery) return [];
  return recoveries
    .filter(({ elsewhere, rpo }) => elsewhere !== 'yes' && rpo !== 'never')
    .map(({ resource, as }) => ({
      kind: 'limit',
      about: resource.address,
      what: `nothing of it is kept in ${recovery.region}: ${as}; what ${name} holds there starts empty`,
      change: 'a database or table for what must outlive the region',
    }));
}

function targets({ recoveries }: Simulated): readonly Found[] {
  return recoveries.flatMap(({ resource, misses }) =>
    misses.map((miss) => ({
      kind: 'limit' as const,
      about: resource.address,
      what: miss,
      change: `a higher rpo of ${resource.address}`,
    })),
  );
}

function objectives({ bounds }: Simulated): readonly Found[] {
  return bounds.flatMap(({ workload, objective, reachable, percent, limit }): Found[] => {
    if (!objective || reachable !== false) return [];
    // rounded down, so that it can be reached
    const most = Math.floor(percent * 100) / 100;
    return [
      {
        kind: 'limit',
        about: `${workload.address}.slo`,
        what: `${objective.percent} % is more than what its parts promise together, ${most} %${limit ? `; ${limit.what} limits it most, at ${limit.percent} %` : ''}`,
        change: `${workload.address}.slo.availability: ${most}, or what it can do without in simulation.optional`,
      },
    ];
  });
}
