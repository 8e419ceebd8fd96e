import type { ControlMatrix, ControlStatus, ControlVerdict } from '../../compliance/matrix.ts';
import type { RenderOptions } from '../options.ts';
import { count, digits } from '../wording.ts';
import { link } from './findings.ts';
import { html, type Markup } from './markup.ts';

const badges: Readonly<Record<ControlStatus, string>> = {
  'not-met': 'fail',
  undecided: 'undecided',
  met: 'pass',
  'not-covered': 'not-assessed',
};

/** A framework's controls as a table, what nothing covers folded away below. */
export function complianceSection(matrix: ControlMatrix, options: RenderOptions): Markup {
  const { framework, title, edition, counts, controls } = matrix;
  const covered = controls.filter(({ status }) => status !== 'not-covered');
  const open = controls.filter(({ status }) => status === 'not-covered');
  return html`<section aria-labelledby="control-${framework}">
<h2 id="control-${framework}">${title} ${edition}</h2>
<p class="soft">${digits(counts.met)} met, ${digits(counts['not-met'])} not met, ${digits(counts.undecided)} undecided, ${digits(counts['not-covered'])} not covered. A control is met as far as its checks can see: an auditor looks at more.</p>
${table(covered, options)}<details><summary>${count(open.length, 'control')} not covered</summary>
${table(open, options)}</details>
</section>
`;
}

function table(verdicts: readonly ControlVerdict[], options: RenderOptions): Markup {
  const rows = verdicts.map(
    ({ control, asks, status, note, findings, places, checks }) =>
      html`<tr><td>${control}</td><td><span class="badge ${badges[status]}">${status.replace('-', ' ')}</span></td><td>${asks}${note ? html`<br><span class="soft">${note}</span>` : ''}</td><td>${findings > 0 ? html`${count(findings, 'finding')}: ${places.map(({ file, line }) => html`${link(file, line, options)} `)}` : html`<span class="path">${checks.join(', ')}</span>`}</td></tr>\n`,
  );
  return html`<table>
<thead><tr><th scope="col">Control</th><th scope="col">Status</th><th scope="col">Asks</th><th scope="col">Evidence</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}
