import { createHash } from 'node:crypto';
import { type Dimension, dimensions, type Severity, severities } from '../../src/model/dimension.ts';
import type {
  Coverage,
  DimensionVerdict,
  Report,
  ReportedFinding,
  ReportedProblem,
  Summary,
  SuppressedFinding,
} from '../../src/report/report.ts';

/** What a hand-made report says; the counts follow from it. */
export interface Draft {
  readonly findings?: readonly ReportedFinding[];
  readonly suppressed?: readonly SuppressedFinding[];
  readonly problems?: readonly ReportedProblem[];
  readonly coverage?: Partial<Coverage>;
  /** judgements made and left undecided; a dimension that is not named was not assessed */
  readonly examined?: Partial<Record<Dimension, readonly [examined: number, undecided: number]>>;
  readonly notes?: Partial<Record<Dimension, readonly string[]>>;
  readonly checks?: number;
  readonly failOn?: Summary['failOn'];
  readonly nextStep?: string;
}

/** Completes a draft to a report whose numbers agree with each other. */
export function reportOf(draft: Draft): Report {
  const { findings = [], suppressed = [], problems = [], failOn = 'high' } = draft;
  const open = findings.filter((finding) => !finding.baselined);
  const coverage: Coverage = {
    units: [],
    resources: {},
    undecided: [],
    ...draft.coverage,
    files: { total: 0, read: 0, failed: 0, other: {}, ...draft.coverage?.files },
  };
  const resources = Object.values(coverage.resources).reduce((sum, number) => sum + number, 0);
  const limit = failOn === 'none' ? -1 : severities.indexOf(failOn);
  const failed = open.some(({ severity }) => severities.indexOf(severity) <= limit);
  const verdicts = dimensions.map((dimension) => verdictOn(dimension, draft, open));
  return {
    schema: '1.0',
    tool: { name: 'plinth', version: '0.1.0' },
    summary: {
      outcome: resources === 0 ? 'nothing-read' : failed ? 'fail' : 'pass',
      failOn,
      findings: open.length,
      bySeverity: countBySeverity(open),
      fixable: {
        safe: open.filter(({ fix }) => fix === 'safe').length,
        unsafe: open.filter(({ fix }) => fix === 'unsafe').length,
      },
      suppressed: suppressed.length,
      baselined: findings.length - open.length,
      undecided: verdicts.reduce((sum, { undecided }) => sum + undecided, 0),
      problems: problems.length,
      resources,
      files: coverage.files.read,
      checks: draft.checks ?? 0,
      nextStep: draft.nextStep ?? 'Nothing to do: keep this run in the pipeline.',
    },
    dimensions: verdicts,
    findings,
    suppressed,
    problems,
    coverage,
  };
}

function verdictOn(dimension: Dimension, draft: Draft, open: readonly ReportedFinding[]): DimensionVerdict {
  const [examined, undecided] = draft.examined?.[dimension] ?? [0, 0];
  const mine = open.filter((finding) => finding.dimension === dimension);
  return {
    dimension,
    verdict:
      examined === 0
        ? 'not-assessed'
        : mine.length > 0
          ? 'fail'
          : undecided === examined
            ? 'undecided'
            : 'pass',
    checks: examined === 0 ? 0 : 12,
    examined,
    failed: mine.length,
    undecided,
    bySeverity: countBySeverity(mine),
    notes:
      draft.notes?.[dimension] ??
      (examined === 0 ? ['nothing in the repository that the checks of this dimension look at'] : []),
  };
}

function countBySeverity(findings: readonly ReportedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** A finding with everything unremarkable filled in. */
export function finding(
  given: Partial<ReportedFinding> &
    Pick<ReportedFinding, 'check' | 'title' | 'dimension' | 'severity' | 'message'>,
): ReportedFinding {
  const startLine = given.startLine ?? 1;
  const file = given.file ?? 'main.tf';
  return {
    sameAs: [],
    controls: [],
    context: [],
    resource: 'Deployment/shop/api',
    file,
    startLine,
    startColumn: 3,
    endLine: startLine,
    endColumn: 20,
    via: [],
    environments: [],
    fingerprint: fingerprintOf(`${given.check} ${given.resource} ${file} ${startLine} ${given.message}`),
    fix: 'none',
    baselined: false,
    ...given,
  };
}

function fingerprintOf(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 16);
}
