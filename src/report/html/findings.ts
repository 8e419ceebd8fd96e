import { dimensions, severities } from '../../model/dimension.ts';
import { describeFix, type Group, groupFindings, type Place, type Variant } from '../group.ts';
import { pathFor, type RenderOptions, urlFor } from '../options.ts';
import { countBySeverity, headline, newFindings } from '../outcome.ts';
import type { Report, ReportedFinding } from '../report.ts';
import { count, digits, dimensionNames, listed, onlyIn } from '../wording.ts';
import { html, type Markup, prose } from './markup.ts';

/** Causes that are open when the page is: enough to see what is inside the others. */
const open = 3;

/** All findings by cause, with a filter above them. */
export function findingsSection(report: Report, options: RenderOptions): Markup {
  const found = newFindings(report);
  const groups = groupFindings(found);
  return html`<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${
  found.length === 0
    ? html`<p class="empty soft">${report.summary.outcome === 'nothing-read' ? 'Nothing was judged.' : headline(report)}</p>\n`
    : [
        filter(found, groups),
        ...groups.map((group, index) => groupDetails(group, index < open, options)),
        html`<p class="empty none soft" hidden>No finding fits this filter.</p>\n`,
      ]
}</section>
`;
}

function filter(found: readonly ReportedFinding[], groups: readonly Group[]): Markup {
  const bySeverity = countBySeverity(found);
  const present = dimensions.filter((dimension) => groups.some((group) => group.dimension === dimension));
  const boxes = severities
    .filter((severity) => bySeverity[severity] > 0)
    .map(
      (severity) =>
        html`<label class="${severity}"><input type="checkbox" name="severity" value="${severity}" checked> <span class="severity">${severity}</span> ${digits(bySeverity[severity])}</label>\n`,
    );
  return html`<form class="filter" role="search" aria-label="Filter findings" hidden>
<label class="sr" for="text">Text</label><input type="search" id="text" name="text" placeholder="Check, file, resource, message" autocomplete="off">
<label class="sr" for="dimension">Dimension</label><select id="dimension" name="dimension"><option value="">All dimensions</option>${present.map((dimension) => html`<option value="${dimension}">${dimensionNames[dimension]}</option>`)}</select>
<fieldset><legend class="sr">Severity</legend>
${boxes}</fieldset>
<button type="button" data-toggle>Open or close all</button> <button type="reset">Reset</button>
<output class="soft" aria-live="polite"></output>
</form>
`;
}

function groupDetails(group: Group, isOpen: boolean, options: RenderOptions): Markup {
  const { check, title, dimension, severity, variants } = group;
  const facts = [onlyIn(group.environments), ...group.context, group.severityReason ?? ''].filter(Boolean);
  return html`<details class="group ${severity}" data-dimension="${dimension}" data-severity="${severity}"${isOpen ? html` open` : undefined}>
<summary><span class="badge severity">${severity}</span> <span class="title">${title}</span> <span class="places">${count(group.count, 'place')}</span>
<span class="meta"><code>${check}</code> ${dimensionNames[dimension]}${facts.map((fact) => html` · <span class="where">${fact}</span>`)}</span></summary>
<div class="body">
${variants.map((variant) => variantTable(variant, options))}${fixLine(group)}${about(group, options)}</div>
</details>
`;
}

function about({ check, sameAs, controls }: Group, { catalogue }: RenderOptions): Markup {
  const rule = catalogue?.(check);
  const known = [...sameAs, ...controls];
  const docs =
    rule?.docsUrl && /^https?:/i.test(rule.docsUrl)
      ? html` <a href="${rule.docsUrl}">More about this check</a>`
      : undefined;
  return html`${rule ? html`<p class="soft why">${prose(rule.why)}${docs}</p>\n` : undefined}${
    known.length > 0
      ? html`<ul class="tags" aria-label="Same as, and controls">${known.map((id) => html`<li>${id}</li>`)}</ul>\n`
      : undefined
  }`;
}

function variantTable({ message, places }: Variant, options: RenderOptions): Markup {
  const vias = places.map(({ finding }) => via(finding, options));
  const shared = places.length > 1 && vias.every(({ text }) => text === vias[0]!.text) ? vias[0] : undefined;
  const holds = places.map(({ environments, context }) =>
    [onlyIn(environments), ...context].filter(Boolean).join(', '),
  );
  const differ = holds.some(Boolean);
  const rows = places.map((place, at) => {
    const where = html`${link(place.finding.file, place.finding.startLine, options)}${shared ? undefined : vias[at]}`;
    return html`<tr><td>${where}</td><td>${resourceOf(place)}</td>${differ ? html`<td class="where">${holds[at]}</td>` : undefined}</tr>\n`;
  });
  return html`<div class="variant">
<p class="message">${prose(message)}</p>
<table class="stack">
<thead><tr><th scope="col">Place</th><th scope="col">Resource</th>${differ ? html`<th scope="col">Where it holds</th>` : undefined}</tr></thead>
<tbody>
${rows}</tbody>
</table>
${shared}</div>
`;
}

function resourceOf({ finding, names }: Place): Markup {
  const addresses = [finding.resource, ...(finding.also ?? [])].join(', ');
  return html`<span class="path">${addresses}</span>${names.length > 0 ? html` <code>${listed(names)}</code>` : undefined}`;
}

/** How the value got there. */
function via({ via: steps }: ReportedFinding, options: RenderOptions): Markup {
  const told = steps.map(
    ({ what, file, line }, at) =>
      html`${at > 0 ? ', ' : 'via '}${what}${file === undefined ? undefined : html` (${link(file, line, options)})`}`,
  );
  return told.length > 0 ? html`<div class="via">${told}</div>\n` : html``;
}

/** `file:line`, and a link where the code host is known. */
export function link(file: string, line: number | undefined, options: RenderOptions): Markup {
  const text = `${pathFor(file, options)}${line === undefined ? '' : `:${line}`}`;
  const url = urlFor(file, line ?? 1, options);
  return url ? html`<a class="path" href="${url}">${text}</a>` : html`<span class="path">${text}</span>`;
}

function fixLine(group: Group): Markup | undefined {
  const fix = describeFix(group);
  return fix && html`<p class="fix"><strong>Fix</strong> (${fix.kind}): ${prose(fix.what)}</p>\n`;
}
