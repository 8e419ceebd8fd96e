import type { Owner } from '../../architecture.ts';

/** The value of a dimension: a name that is known, or one that only Terraform knows. */
export type Dimension = string | FromTerraform;

export interface FromTerraform {
  readonly from: 'target-group' | 'load-balancer' | 'certificate';
  /** the service that it is of */
  readonly service: string;
}

export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, Dimension>>;
}

/** An alarm of CloudWatch on a single metric. */
export interface CloudAlarm {
  readonly name: string;
  readonly runbook: string;
  readonly owner: Owner;
  readonly tags?: Readonly<Record<string, string>>;
  /** whether somebody is woken for it in production */
  readonly urgent: boolean;
  /** a sentence without its full stop */
  readonly summary: string;
  readonly metric: Metric;
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  readonly threshold: number;
  readonly below?: boolean;
  /** seconds */
  readonly period: number;
  readonly periods: number;
  /** what it means when nothing is told */
  readonly missing: 'breaching' | 'notBreaching';
}
