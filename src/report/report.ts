import type { ControlMatrix } from '../compliance/matrix.ts';
import type { Dimension, Severity } from '../model/dimension.ts';

/**
 * What `--format json` prints and the library returns: plain data, and a stable, documented schema
 * (`docs/reference/report.md`, `dist/schema/report.json`). All other formats are made from it.
 */
export interface Report {
  /** version of this schema, semantic */
  readonly schema: '1.0';
  readonly tool: { readonly name: 'plinth'; readonly version: string };
  readonly summary: Summary;
  /** one for each of the seven, in their fixed order */
  readonly dimensions: readonly DimensionVerdict[];
  /** the worst first */
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly problems: readonly ReportedProblem[];
  readonly coverage: Coverage;
  /** one for each framework that was asked for */
  readonly compliance?: readonly ControlMatrix[];
}

export interface Summary {
  readonly outcome: 'pass' | 'fail' | 'nothing-read';
  readonly failOn: Severity | 'none';
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly fixable: { readonly safe: number; readonly unsafe: number };
  readonly suppressed: number;
  readonly baselined: number;
  readonly undecided: number;
  readonly problems: number;
  readonly resources: number;
  readonly files: number;
  readonly checks: number;
  /** what to do now, in one sentence */
  readonly nextStep: string;
}

export interface DimensionVerdict {
  readonly dimension: Dimension;
  /** `not-assessed` where nothing was examined: never a pass */
  readonly verdict: 'pass' | 'fail' | 'undecided' | 'not-assessed';
  readonly checks: number;
  /** judgements made: subjects times the checks that visited them */
  readonly examined: number;
  readonly failed: number;
  readonly undecided: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** why it could not be assessed, or what the repository does not speak of */
  readonly notes: readonly string[];
}

export interface ReportedFinding {
  readonly check: string;
  readonly title: string;
  readonly sameAs: readonly string[];
  readonly controls: readonly string[];
  readonly dimension: Dimension;
  readonly severity: Severity;
  /** why it is another than the check's own: `raised from medium: production, holds data` */
  readonly severityReason?: string;
  /** what context moved the severity or the order: `production`, `reachable from the internet`, `holds data` */
  readonly context: readonly string[];
  readonly message: string;
  /** address of the resource */
  readonly resource: string;
  /** further addresses at the same place: other instances, other environments */
  readonly also?: readonly string[];
  /** relative to the folder verified */
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** how the value got there, outermost first */
  readonly via: readonly { readonly what: string; readonly file?: string; readonly line?: number }[];
  /** names of the environments it holds in; empty where the repository has none or it holds in all */
  readonly environments: readonly string[];
  /** hex, survives moved lines */
  readonly fingerprint: string;
  readonly fix: 'none' | 'safe' | 'unsafe';
  readonly fixSummary?: string;
  /** in the baseline: shown, counted apart, fails nothing */
  readonly baselined: boolean;
}

export interface SuppressedFinding extends ReportedFinding {
  readonly by: {
    readonly file: string;
    readonly line: number;
    readonly text: string;
    readonly reason: string;
  };
}

export interface ReportedProblem {
  readonly kind: string;
  readonly message: string;
  readonly file: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

export interface Coverage {
  readonly units: readonly {
    readonly id: string;
    readonly kind: string;
    readonly path: string;
    readonly environment?: string;
    readonly resources: number;
  }[];
  readonly resources: Readonly<Record<string, number>>;
  readonly files: {
    readonly total: number;
    readonly read: number;
    /** files with a problem */
    readonly failed: number;
    /** files that were not read as infrastructure, by ending */
    readonly other: Readonly<Record<string, number>>;
  };
  /** undecided judgements by reason, the most frequent first */
  readonly undecided: readonly {
    readonly reason: string;
    readonly count: number;
    readonly checks: readonly string[];
  }[];
}
