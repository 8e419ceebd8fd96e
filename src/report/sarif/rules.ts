import type { ReportingDescriptor } from 'sarif';
import { type Severity, severities } from '../../model/dimension.ts';
import type { Catalogue } from '../options.ts';
import type { ReportedFinding } from '../report.ts';
import { visible } from '../visible.ts';
import { listed } from '../wording.ts';

/** What SARIF, 3.27.10, calls how bad it is. */
export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/**
 * GitHub reads a score back as a word: above 9.0 critical, from 7.0 high, from 4.0 medium, below it low. Each is the
 * middle of its band; what is only information has no score.
 */
const scores: Readonly<Partial<Record<Severity, string>>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/** GitHub cuts short and full descriptions at 1,024 characters, names at 255, and refuses more than 20 tags. */
const limits = { description: 1024, name: 255, tags: 20 } as const;

/** A rule for each check that found something, in the order in which the findings name them. */
export function rulesOf(findings: readonly ReportedFinding[], catalogue?: Catalogue): ReportingDescriptor[] {
  const byCheck = new Map<string, { finding: ReportedFinding; worst: Severity }>();
  for (const finding of findings) {
    const known = byCheck.get(finding.check);
    if (!known) byCheck.set(finding.check, { finding, worst: finding.severity });
    else if (severities.indexOf(finding.severity) < severities.indexOf(known.worst))
      known.worst = finding.severity;
  }
  return [...byCheck.values()].map(({ finding, worst }) => ruleOf(finding, worst, catalogue));
}

function ruleOf(finding: ReportedFinding, worst: Severity, catalogue?: Catalogue): ReportingDescriptor {
  const known = catalogue?.(finding.check);
  const severity = known?.severity ?? worst;
  const title = visible(known?.title ?? finding.title);
  const why = visible(known?.why ?? '') || `${title}.`;
  const score = finding.dimension === 'security' ? scores[severity] : undefined;
  return {
    id: finding.check,
    name: nameOf(finding.check).slice(0, limits.name),
    shortDescription: { text: title.slice(0, limits.description) },
    fullDescription: { text: why.slice(0, limits.description) },
    ...(known?.docsUrl ? { helpUri: known.docsUrl } : {}),
    help: helpOf(finding, why, known?.docsUrl),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [...new Set([finding.dimension, ...finding.controls, ...finding.sameAs])].slice(0, limits.tags),
      precision: 'high',
      'problem.severity': levels[severity] === 'note' ? 'recommendation' : levels[severity],
      ...(score ? { 'security-severity': score } : {}),
    },
  };
}

function helpOf({ check, sameAs, controls }: ReportedFinding, why: string, docsUrl?: string) {
  const facts = [
    why,
    controls.length > 0 ? `Serves ${listed(controls)}.` : '',
    sameAs.length > 0 ? `The same as ${listed(sameAs)}.` : '',
    docsUrl ? '' : `For examples of bad and good: plinth explain ${check}`,
  ].filter(Boolean);
  const link = docsUrl ? [`[${check}](${encodeURI(docsUrl)})`] : [];
  return {
    text: [...facts, ...(docsUrl ? [docsUrl] : [])].map(visible).join('\n\n'),
    markdown: [...facts.map((fact) => asMarkdown(visible(fact))), ...link].join('\n\n'),
  };
}

/** Code in backticks stays code; anything else that Markdown would obey is escaped. */
function asMarkdown(text: string): string {
  return text.replace(/`[^`]*`|[\\*_[\]<>#|~`]/g, (part) => (part.length > 1 ? part : `\\${part}`));
}

/** `kubernetes/memory-limit-missing` as `MemoryLimitMissing`: SARIF, 3.49.7, wants a name that is no id. */
function nameOf(check: string): string {
  const last = check.slice(check.lastIndexOf('/') + 1);
  return last.replace(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
