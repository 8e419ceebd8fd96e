import type { Fix } from '../../model/edit.ts';
import type { Workload } from '../platform/workload.ts';

/**
 * What becomes of a workload, from best to worst. `impaired`: its own pods serve, and something that it calls does not; what needs
 * that fails, and whether the rest goes on the repository does not say.
 */
export const states = ['serving', 'degraded', 'impaired', 'down'] as const;
export type State = (typeof states)[number];

export function worse(a: State, b: State): boolean {
  return states.indexOf(a) > states.indexOf(b);
}

/** How long, from what it is made up, and until when where there is no figure. */
export interface Duration {
  /** seconds, at least and at most; `undefined` where nothing gives a figure */
  readonly seconds: readonly [number, number] | undefined;
  readonly until: string;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly what: string;
  readonly seconds: number | readonly [number, number] | undefined;
  /** an address, or `assumed` with the setting */
  readonly source: string;
}

export interface Outcome {
  readonly workload: Workload;
  readonly state: State;
  /** pods that ran before */
  readonly before: number;
  /** pods that go on running */
  readonly left: number;
  /** pods that run once everything that repairs itself has done so */
  readonly restored: number;
  readonly needed: number;
  /** pods that stood elsewhere and gave way to others of higher priority */
  readonly outranked?: number;
  readonly duration?: Duration;
  /** from the failure to the workload, each step a reason for the next */
  readonly why: readonly string[];
  /** as the scheduler is likely to place them it goes well, and no rule makes sure that it does */
  readonly byLuck?: string;
  /** what it holds up, where the event was wanted: a drain that never ends */
  readonly blocks?: string;
  /** what comes of it where nobody acts in time */
  readonly later?: string;
  readonly remedy?: Remedy;
}

/** The smallest change found that would make it survive. */
export interface Remedy {
  readonly what: string;
  readonly fix?: Fix;
  /** it was tried in the simulation, and helped */
  readonly tried: boolean;
}

export const scenarioKinds = [
  'node',
  'largest-node',
  'zone',
  'drain',
  'spot',
  'rollout',
  'load',
  'database',
  'cache',
  'queue',
  'dependency',
  'nat',
  'dns',
  'certificate',
  'region',
] as const;
export type ScenarioKind = (typeof scenarioKinds)[number];

export interface Scenario {
  /** stable: `zone:eu-west-1a` */
  readonly id: string;
  readonly kind: ScenarioKind;
  readonly title: string;
  /** those that notice; all others keep serving */
  readonly outcomes: readonly Outcome[];
  /** what else is to be said */
  readonly notes: readonly string[];
}

/** Seconds of several parts, one after the other; no figure where one of them has none. */
export function inTurn(parts: readonly Part[], until: string): Duration {
  let least = 0;
  let most = 0;
  for (const { seconds } of parts) {
    if (seconds === undefined) return { seconds: undefined, until, parts };
    least += typeof seconds === 'number' ? seconds : seconds[0];
    most += typeof seconds === 'number' ? seconds : seconds[1];
  }
  return { seconds: [least, most], until, parts };
}
