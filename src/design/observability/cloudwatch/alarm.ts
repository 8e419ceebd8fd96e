import type { Owner } from '../../architecture.ts';

/** The value of a dimension: a name that is known, or one that only Terraform knows. */
export type Dimension = string | FromTerraform;

export type FromTerraform =
  | {
      readonly from: 'target-group' | 'load-balancer' | 'certificate';
      /** the service that it is of */
      readonly service: string;
    }
  /** a load balancer, seen from the root that makes it */
  | { readonly from: 'balancer'; readonly internal: boolean };

export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, Dimension>>;
}

/** What is told in words about something, by whom, and what to do then. */
export interface Told {
  readonly name: string;
  readonly runbook: string;
  readonly owner: Owner;
  readonly tags?: Readonly<Record<string, string>>;
  /** whether somebody is woken for it in production */
  readonly urgent: boolean;
  /** a sentence without its full stop */
  readonly summary: string;
}

/** An alarm of CloudWatch on a metric. */
export interface CloudAlarm extends Told {
  readonly metric: Metric;
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum' | `p${number}`;
  /** an expression of metrics in which this one is `m`, and others of the same dimensions have the ids given */
  readonly reckoned?: { readonly expression: string; readonly beside?: Readonly<Record<string, string>> };
  readonly threshold: number;
  readonly below?: boolean;
  /** seconds */
  readonly period: number;
  readonly periods: number;
  /** what it means when nothing is told */
  readonly missing: 'breaching' | 'notBreaching';
}

/** Something that is told when it happens, by a rule of EventBridge. */
export interface CloudEvent extends Told {
  readonly pattern: EventPattern;
  /** what is told of the event itself: a path by its name */
  readonly says: Readonly<Record<string, string>>;
}

/** As EventBridge matches events: what may stand at each path. */
export interface EventPattern {
  readonly [key: string]: EventValue;
}

type EventValue = string | number | EventPattern | readonly EventValue[];

/** The percentage that a metric is of another one; below the least there are too few to be told. */
export function shareOf(all: string, least: number): NonNullable<CloudAlarm['reckoned']> {
  return { expression: `IF(m >= ${least}, 100 * m / all, 0)`, beside: { all } };
}

/** So many periods of five minutes. */
export function fives(minutes: number) {
  return { period: 300, periods: Math.max(1, Math.round(minutes / 5)) };
}
