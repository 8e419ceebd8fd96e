import type { Dimension, Severity } from './dimension.ts';
import type { Fix } from './edit.ts';
import type { Origin } from './origin.ts';
import type { Resource } from './resource.ts';

/** A check's judgement that a resource falls short, at its place. */
export interface Finding {
  /** id of the check */
  readonly check: string;
  readonly title: string;
  readonly dimension: Dimension;
  /** base severity moved by context */
  readonly severity: Severity;
  /** why it is another than the check's own: `raised from medium: production, holds data` */
  readonly severityReason?: string;
  /** what is wrong here, why it matters here, what to do: one to three sentences, never a secret */
  readonly message: string;
  readonly resource: Resource;
  readonly origin: Origin;
  /** tells faults of one check on one resource apart; stable when lines move */
  readonly key: string;
  readonly fix?: Fix;
  readonly sameAs: readonly string[];
}
