import { createHash } from 'node:crypto';
import { type Effect, effects } from '../../impact/effect.ts';
import { html, type Markup, trusted } from '../html/markup.ts';
import { style } from '../html/style.ts';
import { pathFor } from '../options.ts';
import { count, digits, listedUpTo } from '../wording.ts';
import { pictureOf } from './html-data.ts';
import { impactScript } from './html-script.ts';
import { impactStyle } from './html-style.ts';
import type { ImpactRenderOptions } from './options.ts';
import type { ImpactReport, ReportedAffected, ReportedImpact } from './report.ts';
import { effectInWords, outcomeWords } from './words.ts';

/** Rows of one effect that the page lists; the picture and the JSON hold the rest. */
const mostRows = 300;
/** Changes that a page tells in full. */
const mostImpacts = 50;

/** A page that needs nothing else: a picture that can be opened and searched, and everything in words below it. */
export function renderImpactHtml(
  { impacts, tool, since }: ImpactReport,
  options: ImpactRenderOptions,
): string {
  const at = (file: string, line: number) => `${pathFor(file, options)}:${line}`;
  const told = impacts.slice(0, mostImpacts);
  const data = JSON.stringify(told.map((impact) => pictureOf(impact, at))).replace(/</g, '\\u003c');
  const hash = createHash('sha256').update(impactScript).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title =
    since === undefined
      ? (impacts[0]?.headline ?? 'Nothing was read')
      : `${count(impacts.length, 'resource')} changed since ${since}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="plinth ${tool.version}">
<title>${title} - Plinth</title>
<style>${trusted(style)}${trusted(impactStyle)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${chooser(told)}</header>
<main>
${picture()}${told.map((impact, index) => section(impact, index, told.length === 1, at))}</main>
<footer>plinth ${tool.version}, impact</footer>
<script type="application/json" id="pictures">${trusted(data)}</script>
<script>${trusted(impactScript)}</script>
</body>
</html>
`;
  return page.text;
}

function chooser(impacts: readonly ReportedImpact[]): Markup | undefined {
  if (impacts.length < 2) return undefined;
  return html`<label class="sr" for="choose">Change</label><select id="choose" class="choose">${impacts.map(({ headline }, at) => html`<option value="${at}">${headline}</option>`)}</select>
`;
}

function picture(): Markup {
  const boxes = [...effects]
    .reverse()
    .map(
      (effect) =>
        html`<label class="${effect}"><input type="checkbox" name="effect" value="${effect}" checked><span class="dot"></span>${effectInWords(effect, 'unavailable').replace('cannot be without it', 'goes with it')}</label>\n`,
    );
  return html`<div class="picture" hidden>
<form class="tools" role="search" aria-label="What the picture shows">
<label class="sr" for="find">Find</label><input type="search" id="find" name="text" placeholder="Find a resource or an owner" autocomplete="off">
<select name="environment" aria-label="Environment"></select>
${boxes}<button type="button" data-open>Open or close all</button>
</form>
<div class="stage"></div>
<div class="told" aria-live="polite"></div>
</div>
`;
}

type At = (file: string, line: number) => string;

function section(impact: ReportedImpact, index: number, isOnly: boolean, at: At): Markup {
  const { headline, subjects, because, summary, change, affected, cycles } = impact;
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Starts from', subjects.map(({ id, file, line }) => `${id} (${at(file, line)})`)],
    ['Changed', because ?? []],
    ['Services', summary.services],
    ['Ways in', summary.entries],
    ['Environments', summary.environments],
    ['Owners', summary.owners],
  ];
  return html`<section class="impact" aria-labelledby="impact-${index}">
<h2 id="impact-${index}">${isOnly ? 'In words' : headline}</h2>
<ul class="facts">
${facts.map(([what, names]) => (names.length > 0 ? html`<li><strong>${what}</strong>${listedUpTo(8, names)}</li>\n` : html``))}</ul>
${dataTable(impact, at)}${barriers('What contains it', impact, impact.held, at)}${barriers('What is missing to contain it', impact, impact.missing, at)}${
  cycles.length > 0
    ? html`<h3>Needs in a circle</h3>\n<ul>${cycles.map((circle) => html`<li>${[...circle, circle[0]!].join(' → ')}</li>\n`)}</ul>\n`
    : undefined
}<h3>Everything that is hit</h3>
${affected.length === 0 ? html`<p class="soft">Nothing else, as far as the repository tells.</p>\n` : undefined}${[
  ...effects,
]
  .reverse()
  .flatMap(
    (effect) =>
      effectDetails(
        effect,
        effectInWords(effect, change),
        affected.filter((one) => one.effect === effect),
        at,
      ) ?? [],
  )}</section>
`;
}

function effectDetails(
  effect: Effect,
  words: string,
  hit: readonly ReportedAffected[],
  at: At,
): Markup | undefined {
  if (hit.length === 0) return undefined;
  const rows = hit
    .slice(0, mostRows)
    .map(
      ({ name, environment, likely, file, line, way }) =>
        html`<tr><td>${name}${environment ? html` <span class="soft">${environment}</span>` : undefined}${likely ? html` <span class="where">likely</span>` : undefined}</td><td class="way">${way}</td><td><span class="path">${at(file, line)}</span></td></tr>\n`,
    );
  const more =
    hit.length > mostRows ? html`<p class="soft">and ${digits(hit.length - mostRows)} more</p>\n` : undefined;
  return html`<details class="effect ${effect}"><summary>${words.charAt(0).toUpperCase() + words.slice(1)} <span class="soft">${digits(hit.length)}</span></summary>
<div><table class="stack"><thead><tr><th scope="col">Resource</th><th scope="col">Way</th><th scope="col">Place</th></tr></thead>
<tbody>
${rows}</tbody></table>${more}</div></details>
`;
}

function dataTable({ data }: ReportedImpact, at: At): Markup | undefined {
  if (data.length === 0) return undefined;
  return html`<h3>Data</h3>
<table class="stack"><thead><tr><th scope="col">Data</th><th scope="col">What becomes of it</th><th scope="col">Guards</th><th scope="col">Place</th></tr></thead>
<tbody>
${data.slice(0, mostRows).map(({ name, outcome, guards, file, line }) => html`<tr><td>${name}</td><td class="${outcome}">${outcomeWords[outcome]}</td><td>${guards.join('; ')}</td><td><span class="path">${at(file, line)}</span></td></tr>\n`)}</tbody></table>
`;
}

function barriers(
  title: string,
  { subjects, affected }: ReportedImpact,
  all: ReportedImpact['held'],
  at: At,
): Markup | undefined {
  if (all.length === 0) return undefined;
  const names = new Map([...subjects, ...affected].map(({ id, name }) => [id, name]));
  return html`<h3>${title}</h3>
<table class="stack"><tbody>
${all.slice(0, mostRows).map(({ what, of, file, line }) => html`<tr><td>${names.get(of) ?? of}</td><td>${what}</td><td><span class="path">${at(file, line)}</span></td></tr>\n`)}</tbody></table>
`;
}
