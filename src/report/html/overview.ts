import { severities } from '../../model/dimension.ts';
import { basis, headline } from '../outcome.ts';
import type { DimensionVerdict, Report } from '../report.ts';
import { count, digits, dimensionNames, severityCounts } from '../wording.ts';
import { html, type Markup, prose } from './markup.ts';

const outcomes: Readonly<Record<Report['summary']['outcome'], string>> = {
  pass: 'Passed',
  fail: 'Failed',
  'nothing-read': 'Nothing read',
};

/** The outcome, what it rests on, and what to do. */
export function overview(report: Report): Markup {
  const { outcome, nextStep } = report.summary;
  return html`<header>
<p><span class="badge ${outcome}">${outcomes[outcome]}</span> <span class="soft">Plinth, seven dimensions</span></p>
<h1>${headline(report)}</h1>
${basis(report).map((line) => html`<p class="soft">${line}</p>\n`)}
<p class="next"><strong>Next:</strong> ${prose(nextStep)}</p>
</header>
`;
}

/** The seven dimensions, each with what was examined beside what was found. */
export function scorecard({ dimensions }: Report): Markup {
  return html`<section aria-labelledby="dimensions">
<h2 id="dimensions">Seven dimensions</h2>
<ul class="cards">
${dimensions.map(card)}</ul>
</section>
`;
}

function card(verdict: DimensionVerdict): Markup {
  const heading = html`<h3>${dimensionNames[verdict.dimension]} <span class="badge ${verdict.verdict}">${verdict.verdict.replace('-', ' ')}</span></h3>`;
  const notes = verdict.notes.map((note) => html`<p class="soft">${note}</p>\n`);
  if (verdict.verdict === 'not-assessed') return html`<li class="not-assessed">${heading}\n${notes}</li>\n`;
  return html`<li>${heading}
${bar(verdict)}
<p class="soft">${count(verdict.examined, 'judgement')} by ${count(verdict.checks, 'check')}: ${digits(verdict.failed)} failed, ${digits(verdict.undecided)} undecided</p>
${notes}</li>
`;
}

/** Findings by severity: as widths for the eye, in words for everybody. */
function bar({ bySeverity, verdict }: DimensionVerdict): Markup {
  const present = severities.filter((severity) => bySeverity[severity] > 0);
  const parts = present.map(
    (severity) => html`<i class="${severity}" style="flex-grow:${bySeverity[severity]}"></i>`,
  );
  return html`<div class="bar" aria-hidden="true">${verdict === 'pass' ? html`<i class="clear"></i>` : parts}</div>
<p>${severityCounts(bySeverity) || 'no findings'}</p>`;
}
