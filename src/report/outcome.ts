import { atLeast, type Severity, severities } from '../model/dimension.ts';
import type { Report, ReportedFinding } from './report.ts';
import { count, digits, severityCounts } from './wording.ts';

/** Whether a finding fails the run: it is not in the baseline, and at or above the threshold. */
export function failsRun(finding: ReportedFinding, { failOn }: Report['summary']): boolean {
  return !finding.baselined && failOn !== 'none' && atLeast(finding.severity, failOn);
}

/** Findings that the baseline does not know. */
export function newFindings({ findings }: Report): ReportedFinding[] {
  return findings.filter((finding) => !finding.baselined);
}

export function countBySeverity(findings: readonly ReportedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The outcome in one sentence without a full stop. A pass never claims more than was judged. */
export function headline(report: Report): string {
  const { summary } = report;
  if (summary.outcome === 'nothing-read')
    return `This is not a pass: no infrastructure was read in ${count(report.coverage.files.total, 'file')}`;
  const found = newFindings(report);
  if (found.length === 0)
    return gapsOf(report).length > 0 ? 'No findings in what could be judged' : 'No findings';
  const failing = found.filter((finding) => failsRun(finding, summary)).length;
  const counts = severityCounts(countBySeverity(found));
  if (summary.failOn === 'none')
    return `${count(found.length, 'finding')}, and none fails the run as asked: ${counts}`;
  const bar = summary.failOn === severities[0] ? summary.failOn : `${summary.failOn} or worse`;
  if (failing === 0) return `${count(found.length, 'finding')}, none of them ${bar}: ${counts}`;
  if (failing === found.length)
    return `${count(failing, 'finding')} ${failing === 1 ? 'that is' : 'that are all'} ${bar}: ${counts}`;
  return `${digits(failing)} of ${count(found.length, 'finding')} ${failing === 1 ? 'is' : 'are'} ${bar}: ${counts}`;
}

/** What the outcome rests on, and what it leaves out: one line each. */
export function basis(report: Report): string[] {
  const { summary } = report;
  const judgements = report.dimensions.reduce((sum, { examined }) => sum + examined, 0);
  const read = [
    count(summary.files, 'file'),
    count(summary.resources, 'resource'),
    count(summary.checks, 'check'),
    count(judgements, 'judgement'),
  ].join(', ');
  const aside = [
    ...gapsOf(report),
    summary.suppressed > 0 ? `${digits(summary.suppressed)} suppressed` : '',
    summary.baselined > 0 ? `${digits(summary.baselined)} in the baseline` : '',
  ];
  return [summary.outcome === 'nothing-read' ? '' : read, aside.filter(Boolean).join(', ')].filter(Boolean);
}

/** What stands between the outcome and a judgement of everything. */
function gapsOf({ summary, dimensions }: Report): string[] {
  const missing = dimensions.filter(({ verdict }) => verdict === 'not-assessed').length;
  return [
    missing > 0 && summary.outcome !== 'nothing-read'
      ? `${missing} of ${dimensions.length} dimensions not assessed`
      : '',
    summary.undecided > 0 ? `${digits(summary.undecided)} undecided` : '',
    summary.problems > 0 ? count(summary.problems, 'problem') : '',
  ].filter(Boolean);
}
