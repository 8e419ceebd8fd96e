import type { Severity } from '../model/dimension.ts';
import { printJson } from './json.ts';
import { pathFor, type RenderOptions } from './options.ts';
import { newFindings } from './outcome.ts';
import type { Report, ReportedFinding } from './report.ts';
import { visible } from './visible.ts';
import { onlyIn } from './wording.ts';

/** GitLab's words, from worst to mildest: blocker, critical, major, minor, info. */
const severities: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/**
 * A report for GitLab's Code Quality (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
 * GitLab compares fingerprints between branches and shows one of several that are equal, so here they are made to differ.
 * What is suppressed or in the baseline is left out: GitLab has no word for it.
 */
export function renderGitlab(report: Report, options: Pick<RenderOptions, 'pathPrefix'> = {}): string {
  const seen = new Map<string, number>();
  return printJson(
    newFindings(report).map((finding) => issueOf(finding, fingerprintOf(finding, seen), options)),
  );
}

function issueOf(finding: ReportedFinding, fingerprint: string, options: Pick<RenderOptions, 'pathPrefix'>) {
  const only = onlyIn(finding.environments);
  return {
    description: visible(`${finding.title}: ${finding.message}${only ? ` (${only})` : ''}`),
    check_name: finding.check,
    fingerprint,
    severity: severities[finding.severity],
    location: {
      path: pathFor(finding.file, options),
      lines: { begin: finding.startLine, end: Math.max(finding.startLine, finding.endLine) },
    },
  };
}

function fingerprintOf({ fingerprint }: ReportedFinding, seen: Map<string, number>): string {
  const before = seen.get(fingerprint) ?? 0;
  seen.set(fingerprint, before + 1);
  return before === 0 ? fingerprint : `${fingerprint}-${before}`;
}
