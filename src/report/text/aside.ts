import { groupFindings } from '../group.ts';
import type { ReportedFinding, SuppressedFinding } from '../report.ts';
import { visible } from '../visible.ts';
import { count, digits } from '../wording.ts';
import type { Page } from './page.ts';
import { cut, widest } from './wrap.ts';

const causesShown = 5;

/** Findings that the baseline knows: named, and apart from those that count. */
export function writeBaselined(findings: readonly ReportedFinding[], page: Page): string[] {
  if (findings.length === 0) return [];
  const { shown, hidden } = page.first(causesShown, groupFindings(findings));
  const numbers = widest(shown.map((group) => digits(group.count)));
  const lines = [page.paint('strong', `In the baseline: ${count(findings.length, 'finding')}`)];
  for (const group of shown) {
    const row = `  ${digits(group.count).padStart(numbers)}  ${group.severity}  ${group.check}  ${group.title}`;
    lines.push(page.paint('faint', cut(visible(row), page.width)));
    if (page.verbose)
      for (const { finding } of group.variants.flatMap(({ places }) => places))
        lines.push(
          `    ${page.paint('path', page.at(finding.file, finding.startLine))}  ${visible(finding.resource)}`,
        );
  }
  if (hidden.length > 0)
    lines.push(page.paint('faint', `  and ${count(hidden.length, 'more check')} (--verbose)`));
  return lines;
}

/** Findings that somebody silenced where they stand, with the reason that was given. */
export function writeSuppressed(findings: readonly SuppressedFinding[], page: Page): string[] {
  if (findings.length === 0) return [];
  const heading = page.paint('strong', `Suppressed in the code: ${count(findings.length, 'finding')}`);
  if (!page.verbose) return [`${heading}${page.paint('faint', ' (--verbose)')}`];
  return [
    heading,
    ...findings.flatMap(({ check, resource, by }) => [
      `  ${page.paint('path', page.at(by.file, by.line))}  ${visible(check)}`,
      ...page.lines('faint', visible(`${resource}: ${by.reason || 'no reason given'}`), 6),
    ]),
  ];
}
