import type { AnyCheck } from '../checks/check.ts';
import type { Framework } from '../compliance/framework.ts';
import { type ControlMatrix, matrixOf } from '../compliance/matrix.ts';
import type { Graph } from '../graph/graph.ts';
import { type Dimension, dimensions, type Severity, severities } from '../model/dimension.ts';
import type { Step } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { Tally } from '../verdict/judge.ts';
import type { Ranked } from '../verdict/rank.ts';
import { version } from '../version.ts';
import type {
  Coverage,
  DimensionVerdict,
  Report,
  ReportedFinding,
  ReportedProblem,
  Summary,
  SuppressedFinding,
} from './report.ts';

/** Everything that a run found out, before it becomes data. */
export interface Outcome {
  readonly graph: Graph;
  readonly tallies: readonly Tally[];
  readonly findings: readonly Ranked[];
  readonly suppressed: readonly { readonly finding: Ranked; readonly by: SuppressedFinding['by'] }[];
  readonly baselined: ReadonlySet<Ranked>;
  readonly problems: readonly Problem[];
  readonly files: {
    readonly total: number;
    readonly read: ReadonlySet<string>;
    readonly other: Readonly<Record<string, number>>;
  };
  readonly failOn: Severity | 'none';
}

/**
 * Turns an outcome into the report, which is plain data and the only thing that formats see.
 * @param folder as the user named it, for the commands that the report advises
 * @param asked where controls of frameworks are to be told
 */
export function assemble(outcome: Outcome, folder = '.', asked?: ComplianceQuestion): Report {
  const controls = new Map(outcome.tallies.map(({ check }) => [check.id, check.controls ?? []]));
  const describe = (ranked: Ranked) =>
    reported(ranked, controls.get(ranked.finding.check) ?? [], outcome.baselined.has(ranked));
  const findings = outcome.findings.map(describe);
  return {
    schema: '1.0',
    tool: { name: 'plinth', version },
    summary: summarise(outcome, findings, folder),
    dimensions: dimensions.map((dimension) => verdictOn(dimension, outcome.tallies, findings)),
    findings,
    suppressed: outcome.suppressed.map(({ finding, by }) => ({ ...describe(finding), by })),
    problems: outcome.problems.map(reportedProblem),
    coverage: coverageOf(outcome),
    ...(asked ? { compliance: matrices(outcome, findings, asked) } : {}),
  };
}

/** Frameworks to hold the outcome against, and every check that could have served a control. */
export interface ComplianceQuestion {
  readonly frameworks: readonly Framework[];
  readonly catalogue: readonly AnyCheck[];
}

function matrices(
  { tallies, suppressed }: Outcome,
  findings: readonly ReportedFinding[],
  { frameworks, catalogue }: ComplianceQuestion,
): readonly ControlMatrix[] {
  const silenced = suppressed.map(({ finding }) => reported(finding, [], false));
  const evidence = {
    catalogue,
    tallies,
    findings: findings.filter(({ baselined }) => !baselined),
    accepted: [...findings.filter(({ baselined }) => baselined), ...silenced],
  };
  return frameworks.map((framework) => matrixOf(framework, evidence));
}

function reported(ranked: Ranked, controls: readonly string[], baselined: boolean): ReportedFinding {
  const { finding, fingerprint, addresses, environments, context } = ranked;
  const { origin } = finding;
  const start = origin.file.positionAt(origin.start);
  const end = origin.file.positionAt(Math.max(origin.start, origin.end));
  const described: { -readonly [K in keyof ReportedFinding]: ReportedFinding[K] } = {
    check: finding.check,
    title: finding.title,
    sameAs: finding.sameAs,
    controls,
    dimension: finding.dimension,
    severity: finding.severity,
    context,
    message: finding.message,
    resource: finding.resource.address,
    file: origin.file.path,
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    via: origin.via?.map(reportedStep) ?? noSteps,
    environments,
    fingerprint,
    fix: finding.fix?.safety ?? 'none',
    baselined,
  };
  // set afterwards: objects that are put together from parts cost many times as much, and there are thousands
  if (finding.severityReason) described.severityReason = finding.severityReason;
  if (addresses.length > 1) described.also = addresses.slice(1);
  if (finding.fix) described.fixSummary = finding.fix.summary;
  return described;
}

const noSteps: ReportedFinding['via'] = [];

function reportedStep({ what, file, start }: Step): ReportedFinding['via'][number] {
  if (!file) return { what };
  return start === undefined
    ? { what, file: file.path }
    : { what, file: file.path, line: file.lineAt(start) };
}

function reportedProblem(problem: Problem): ReportedProblem {
  const { file, start } = problem;
  return {
    kind: problem.kind,
    message: problem.message,
    file: problem.path,
    ...(file && start !== undefined
      ? { startLine: file.lineAt(start), endLine: file.lineAt(problem.end ?? start) }
      : {}),
  };
}

function countBySeverity(findings: readonly ReportedFinding[]): Record<Severity, number> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function verdictOn(
  dimension: Dimension,
  tallies: readonly Tally[],
  findings: readonly ReportedFinding[],
): DimensionVerdict {
  const own = tallies.filter(({ check, examined }) => check.dimension === dimension && examined > 0);
  const total = (count: (tally: Tally) => number) => own.reduce((sum, tally) => sum + count(tally), 0);
  const examined = total((tally) => tally.examined);
  const undecided = total((tally) => tally.undecided);
  const mine = findings.filter((finding) => finding.dimension === dimension && !finding.baselined);
  const decided = examined - undecided;
  return {
    dimension,
    verdict:
      examined === 0 ? 'not-assessed' : mine.length > 0 ? 'fail' : decided === 0 ? 'undecided' : 'pass',
    checks: own.length,
    examined,
    failed: total((tally) => tally.failed),
    undecided,
    bySeverity: countBySeverity(mine),
    notes: examined === 0 ? ['nothing in the repository that the checks of this dimension look at'] : [],
  };
}

function summarise(outcome: Outcome, findings: readonly ReportedFinding[], folder: string): Summary {
  const open = findings.filter((finding) => !finding.baselined);
  const bySeverity = countBySeverity(open);
  const { failOn, graph, tallies } = outcome;
  const nothing = graph.resources.length === 0;
  const limit = failOn === 'none' ? -1 : severities.indexOf(failOn);
  const failed = open.some(({ severity }) => severities.indexOf(severity) <= limit);
  const fixable = {
    safe: open.filter(({ fix }) => fix === 'safe').length,
    unsafe: open.filter(({ fix }) => fix === 'unsafe').length,
  };
  const draft = {
    outcome: nothing ? ('nothing-read' as const) : failed ? ('fail' as const) : ('pass' as const),
    failOn,
    findings: open.length,
    bySeverity,
    fixable,
    suppressed: outcome.suppressed.length,
    baselined: findings.length - open.length,
    undecided: tallies.reduce((sum, tally) => sum + tally.undecided, 0),
    problems: outcome.problems.length,
    resources: graph.resources.length,
    files: outcome.files.read.size,
    checks: tallies.filter(({ examined }) => examined > 0).length,
  };
  return { ...draft, nextStep: nextStep(draft, open[0], folder) };
}

function nextStep(
  summary: Omit<Summary, 'nextStep'>,
  worst: ReportedFinding | undefined,
  folder: string,
): string {
  if (summary.outcome === 'nothing-read')
    return 'Nothing was read: give a folder that holds Terraform, Kubernetes, Helm, Kustomize, Dockerfiles or GitHub Actions workflows.';
  if (!worst)
    return summary.problems > 0
      ? 'No finding; look at what could not be read.'
      : 'Nothing to do: keep this run in the pipeline.';
  if (summary.fixable.safe > 0)
    return `Run \`plinth fix ${quoted(folder)}--dry-run\` to see ${summary.fixable.safe} safe ${summary.fixable.safe === 1 ? 'fix' : 'fixes'}, then \`plinth explain ${worst.check}\` for the worst finding.`;
  return `Run \`plinth explain ${worst.check}\` for the worst finding.`;
}

/** A folder as a shell reads it, with the blank after it; nothing where the user stands in it. */
function quoted(folder: string): string {
  if (folder === '.') return '';
  return /^[\w./@+:-]+$/.test(folder) ? `${folder} ` : `'${folder.replaceAll("'", "'\\''")}' `;
}

function coverageOf({ graph, files, problems, tallies }: Outcome): Coverage {
  const perUnit = new Map<string, number>();
  for (const { unit } of graph.resources) perUnit.set(unit.id, (perUnit.get(unit.id) ?? 0) + 1);
  const reasons = new Map<string, { count: number; checks: string[] }>();
  for (const tally of tallies)
    for (const [reason, count] of tally.reasons) {
      const entry = reasons.get(reason) ?? { count: 0, checks: [] };
      entry.count += count;
      entry.checks.push(tally.check.id);
      reasons.set(reason, entry);
    }
  return {
    units: graph.units.map((unit) => ({
      id: unit.id,
      kind: unit.kind,
      path: unit.path,
      ...(unit.environment ? { environment: unit.environment } : {}),
      resources: perUnit.get(unit.id) ?? 0,
    })),
    resources: Object.fromEntries(Array.from(graph.types, (type) => [type, graph.ofType(type).length])),
    files: {
      total: files.total,
      read: files.read.size,
      failed: new Set(problems.filter(({ kind }) => kind === 'unreadable').map(({ path }) => path)).size,
      other: files.other,
    },
    undecided: [...reasons]
      .map(([reason, entry]) => ({ reason, ...entry }))
      .sort((a, b) => b.count - a.count),
  };
}
