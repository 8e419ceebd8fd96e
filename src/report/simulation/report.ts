import type { ScenarioKind, State } from '../../simulation/scenarios/outcome.ts';

/** What `plinth simulate --format json` prints; `schema.ts` says the same as a JSON Schema. All other formats are made from it. */
export interface SimulationReport {
  readonly tool: { readonly name: 'plinth'; readonly version: string };
  readonly schema: 1;
  readonly environments: readonly SimulatedEnvironment[];
  /** what of kube-scheduler is modelled */
  readonly modelled: readonly string[];
  readonly notModelled: readonly string[];
}

interface Place {
  /** relative to the folder */
  readonly file: string;
  readonly line: number;
}

export interface SimulatedEnvironment {
  /** empty where the repository names no environment */
  readonly name: string;
  readonly production: boolean;
  readonly zones: readonly string[];
  readonly pools: readonly SimulatedPool[];
  readonly workloads: readonly SimulatedWorkload[];
  /** what a provider runs */
  readonly services: readonly {
    readonly address: string;
    readonly as: string;
    readonly survivesZone: 'yes' | 'no' | 'not told';
  }[];
  /** workloads that find no place before anything fails */
  readonly unplaced: readonly (Place & {
    readonly workload: string;
    readonly waiting: number;
    readonly why: string;
  })[];
  readonly assumptions: readonly {
    readonly about: string;
    readonly assumed: string;
    readonly because: string;
    readonly setBy?: string;
    readonly source?: string;
  }[];
  readonly scenarios: readonly SimulatedScenario[];
  readonly availability: readonly SimulatedBound[];
  readonly recovery: readonly SimulatedRecovery[];
  /** jobs, which the simulation leaves out */
  readonly leftOut: number;
}

export interface SimulatedPool {
  readonly name: string;
  /** absent where the pool was assumed */
  readonly resource?: string;
  readonly instanceType: string;
  readonly zones: readonly string[];
  readonly nodes: number;
  readonly most: number;
  readonly growsBy?: string;
  /** set where each of its machines holds one task, or is one instance, and nothing else */
  readonly alone?: 'task' | 'instance';
  readonly spot: boolean;
  readonly allocatable: { readonly millicores: number; readonly bytes: number; readonly pods: number };
}

export interface SimulatedWorkload extends Place {
  readonly address: string;
  readonly replicas: number;
  readonly most: number;
  readonly enough: number;
  readonly enoughBy: string;
  /** where its pods stand */
  readonly nodes: readonly string[];
  readonly calls: readonly { readonly what: string; readonly through: string; readonly optional: boolean }[];
}

/** Workloads that it does not name keep serving. */
export interface SimulatedScenario {
  readonly id: string;
  readonly kind: ScenarioKind;
  readonly title: string;
  readonly outcomes: readonly SimulatedOutcome[];
  readonly notes: readonly string[];
}

export interface SimulatedOutcome extends Place {
  readonly workload: string;
  readonly state: State;
  /** pods that ran before, that go on, that run once all has repaired itself, and that are enough */
  readonly before: number;
  readonly left: number;
  readonly restored: number;
  readonly needed: number;
  /** absent where nothing gives a figure, or it serves */
  readonly seconds?: { readonly least: number; readonly most: number };
  readonly until?: string;
  readonly parts: readonly {
    readonly what: string;
    readonly least?: number;
    readonly most?: number;
    readonly source: string;
  }[];
  /** from the failure to the workload, each a reason for the next */
  readonly why: readonly string[];
  readonly byLuck?: string;
  readonly blocks?: string;
  readonly later?: string;
  readonly remedy?: { readonly what: string; readonly tried: boolean; readonly fix: 'none' | 'unsafe' };
}

export interface SimulatedComponent {
  readonly what: string;
  /** absent where nobody publishes a figure */
  readonly percent?: number;
  readonly source: string;
}

export interface SimulatedBound {
  readonly workload: string;
  /** at best: the product of the components with a figure */
  readonly percent: number;
  /** minutes of a month of 30 days */
  readonly minutesTaken: number;
  readonly components: readonly SimulatedComponent[];
  readonly limit?: SimulatedComponent;
  readonly objective?: {
    readonly percent: number;
    readonly by: string;
    readonly minutesAllowed: number;
    readonly reachable: boolean;
  };
}

export interface SimulatedRecovery extends Place {
  readonly resource: string;
  readonly as: string;
  /** seconds of data; `never`: nothing brings it back */
  readonly rpo: number | 'never' | 'not told';
  readonly rpoBy: string;
  readonly failover: string;
  readonly rto: number | 'never' | 'not told';
  readonly steps: readonly string[];
  readonly otherRegion: 'yes' | 'no' | 'not told';
  readonly target?: { readonly rpo?: number; readonly rto?: number };
  readonly misses: readonly string[];
}
