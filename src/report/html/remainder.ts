import { groupFindings } from '../group.ts';
import type { RenderOptions } from '../options.ts';
import type { Report } from '../report.ts';
import { count, digits } from '../wording.ts';
import { link } from './findings.ts';
import { html, type Markup } from './markup.ts';

/** Rows of one table beyond which a page is no place to look: the rest is counted, and in the JSON report. */
const mostRows = 1_000;

/** What does not count as a finding: what the baseline knows, and what was silenced. */
export function asideSection(report: Report, options: RenderOptions): Markup {
  const known = groupFindings(report.findings.filter(({ baselined }) => baselined));
  return html`${table(
    'In the baseline',
    report.summary.baselined,
    ['Check', 'Severity', 'Place', 'Resource'],
    known
      .flatMap(({ variants }) => variants.flatMap(({ places }) => places))
      .map(
        ({ finding }) =>
          html`<td><code>${finding.check}</code></td><td>${finding.severity}</td><td>${link(finding.file, finding.startLine, options)}</td><td><span class="path">${finding.resource}</span></td>`,
      ),
  )}${table(
    'Suppressed in the code',
    report.suppressed.length,
    ['Check', 'Place', 'Resource', 'Reason'],
    report.suppressed.map(
      ({ check, resource, by }) =>
        html`<td><code>${check}</code></td><td>${link(by.file, by.line, options)}</td><td><span class="path">${resource}</span></td><td>${by.reason || 'no reason given'}</td>`,
    ),
  )}`;
}

/** What was not analysed and why, and what was read. */
export function coverageSection(report: Report, options: RenderOptions): Markup {
  const { problems, coverage, summary } = report;
  const { files, units } = coverage;
  const others = Object.entries(files.other).sort(([, a], [, b]) => b - a);
  return html`<section aria-labelledby="coverage">
<h2 id="coverage">What was analysed, and what was not</h2>
<p class="soft">${digits(files.read)} of ${count(files.total, 'file')} read${files.failed > 0 ? `, ${digits(files.failed)} not understood` : ''}.</p>
${table(
  'Problems',
  problems.length,
  ['Kind', 'Place', 'Problem'],
  problems.map(
    ({ kind, file, startLine, message }) =>
      html`<td>${kind}</td><td>${link(file, startLine, options)}</td><td>${message}</td>`,
  ),
  true,
)}${table(
  'Undecided judgements',
  summary.undecided,
  ['Times', 'Because', 'Checks'],
  coverage.undecided.map(
    ({ reason, count: times, checks }) =>
      html`<td class="number">${digits(times)}</td><td>${reason}</td><td><span class="path">${checks.join(', ')}</span></td>`,
  ),
)}${table(
  'Units',
  units.length,
  ['Unit', 'Folder', 'Environment', 'Resources'],
  units.map(
    ({ kind, path, environment, resources }) =>
      html`<td>${kind}</td><td><span class="path">${path}</span></td><td>${environment}</td><td class="number">${digits(resources)}</td>`,
  ),
)}${table('Resources', summary.resources, ['Type', 'Resources'], byNumber(coverage.resources))}${table(
  'Files not read as infrastructure',
  others.reduce((sum, [, number]) => sum + number, 0),
  ['Ending', 'Files'],
  byNumber(files.other),
)}</section>
`;
}

function byNumber(numbers: Readonly<Record<string, number>>): Markup[] {
  return Object.entries(numbers)
    .sort(([, a], [, b]) => b - a)
    .map(([name, number]) => html`<td>${name || 'none'}</td><td class="number">${digits(number)}</td>`);
}

function table(
  title: string,
  total: number,
  headings: readonly string[],
  rows: readonly Markup[],
  isOpen = false,
): Markup | undefined {
  if (total === 0) return undefined;
  const rest =
    rows.length > mostRows
      ? html`<p class="soft">and ${count(rows.length - mostRows, 'more row')}: see the JSON report</p>\n`
      : undefined;
  return html`<details class="more"${isOpen ? html` open` : undefined}>
<summary><strong>${title}</strong> <span class="soft">${digits(total)}</span></summary>
<div class="body wide"><table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${rows.slice(0, mostRows).map((cells) => html`<tr>${cells}</tr>\n`)}</tbody>
</table>
${rest}</div>
</details>
`;
}
