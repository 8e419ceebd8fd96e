import type { Here } from './here.ts';

/** `critical` wakes somebody, `warning` waits for working hours, `none` is only sent on. */
export type Severity = 'critical' | 'warning' | 'none';

/** Rules that are kept in a file of their own. */
export type GroupName =
  | 'objectives'
  | 'services'
  | 'jobs'
  | 'nodes'
  | 'datastores'
  | 'delivery'
  | 'certificates'
  | 'backups'
  | 'watching';

/** Something that people are told. */
export interface Alert {
  /** `QueueTooOld` */
  readonly name: string;
  readonly group: GroupName;
  /** in production; elsewhere nobody is woken */
  readonly severity: Severity;
  /** name of the runbook: `queue-too-old` */
  readonly runbook: string;
  /** what raises it here; empty where there is nothing that it could be about */
  rules(here: Here): readonly Rule[];
  /** shows it firing, and not firing for something that looks alike */
  cases(here: Here): readonly Case[];
}

export interface Rule {
  readonly expr: string;
  /** how long it has to hold: `10m` */
  readonly for: string;
  /** labels besides `severity`, `owner` and `environment` */
  readonly labels?: Readonly<Record<string, string>>;
  /** who is told */
  readonly owner: OwnerOf;
  /** may name labels of the result as `{{ $labels.service }}` */
  readonly summary: string;
  readonly description: string;
}

/** The team of the system; the team by the label `namespace`, or by the label `owner`. */
export type OwnerOf = 'system' | 'by-namespace' | 'by-owner';

/** A situation, told in series of one sample a minute. */
export interface Case {
  /** what happens, as a sentence */
  readonly about: string;
  /** samples by series, in the notation of promtool: `0+60x20` */
  readonly series: Readonly<Record<string, string>>;
  /** how long after the first sample: `20m` */
  readonly at: string;
  /** what fires then; absent: nothing */
  readonly fires?: readonly Fired[];
}

export interface Fired {
  /** which of the rules, from 0 */
  readonly rule?: number;
  /** labels of the result of the expression */
  readonly labels: Readonly<Record<string, string>>;
}

/** A series that is reckoned once and asked for often. */
export interface Recorded {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}
