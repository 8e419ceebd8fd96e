import { html, type Markup, trusted } from '../html/markup.ts';
import { style } from '../html/style.ts';
import { count } from '../wording.ts';
import type {
  SimulatedEnvironment,
  SimulatedOutcome,
  SimulatedScenario,
  SimulationReport,
} from './report.ts';
import { lasting, percentage, sizeOf, time, verdictOf } from './words.ts';

const ownStyle = `
.grid { overflow-x: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
.grid table { border-collapse: collapse; font-size: .85rem; }
.grid th, .grid td { padding: .3rem .45rem; border-bottom: 1px solid var(--line); text-align: center; }
.grid th:first-child { text-align: left; position: sticky; left: 0; background: var(--sheet); white-space: nowrap; }
.grid thead th { vertical-align: bottom; font-weight: 500; color: var(--soft); }
.grid thead span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 15rem; overflow-wrap: anywhere; }
.grid a { text-decoration: none; font-weight: 700; display: block; }
.down { color: var(--bad); } .impaired, .degraded, .lucky { color: var(--warn); } .serving { color: var(--soft); }
details { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0; padding: .5rem 1rem; }
summary { cursor: pointer; font-weight: 600; } details li { margin: .5rem 0; }
.facts table { width: 100%; border-collapse: collapse; font-size: .9rem; } .facts th, .facts td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
`;

/** One page that needs nothing else and runs no script: what each failure does to each workload, and the figures beside the promises. */
export function renderSimulationHtml(report: SimulationReport): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="plinth ${report.tool.version}">
<title>What happens when a part fails - Plinth</title>
<style>${trusted(style + ownStyle)}</style>
</head>
<body>
<header><h1>What happens when a part fails</h1></header>
<main>
${report.environments.map((one, at) => environmentOf(one, at))}${report.environments.length === 0 ? html`<p>There is nothing to simulate.</p>` : ''}</main>
<footer>plinth ${report.tool.version}, simulation schema ${report.schema}. Not modelled: ${report.notModelled.join('; ')}.</footer>
</body>
</html>
`;
  return page.text;
}

function environmentOf(environment: SimulatedEnvironment, at: number): Markup {
  const { name, assumptions, unplaced, scenarios } = environment;
  const shown = scenarios.filter(({ outcomes, notes }) => outcomes.length + notes.length > 0);
  return html`<section>
<h2>${name || 'The platform'}</h2>
<p class="soft">${sizeOf(environment)}</p>
${unplaced.map(({ workload, why }) => html`<p class="down">${workload} finds no place before anything fails: ${why}</p>\n`)}
${grid(environment, shown, at)}
${shown.map((scenario, number) => scenarioOf(scenario, `s${at}-${number}`))}
${figuresOf(environment)}
${assumptions.length > 0 ? html`<details><summary>${count(assumptions.length, 'assumption')}</summary><ul>${assumptions.map(({ about, assumed, because }) => html`<li><strong>${about}</strong>: ${assumed}; ${because}</li>`)}</ul></details>` : ''}
</section>
`;
}

function grid(
  { workloads }: SimulatedEnvironment,
  scenarios: readonly SimulatedScenario[],
  at: number,
): Markup {
  return html`<div class="grid"><table>
<thead><tr><th>workload</th>${scenarios.map(({ id }) => html`<th title="${id}"><span>${shortened(id)}</span></th>`)}</tr></thead>
<tbody>${workloads.map(
    ({ address }) =>
      html`<tr><th>${address}</th>${scenarios.map(({ outcomes }, number) => {
        const one = outcomes.find(({ workload }) => workload === address);
        if (!one) return html`<td class="serving" title="keeps serving">·</td>`;
        return html`<td title="${verdictOf(one)}"><a class="${kindOf(one)}" href="#s${String(at)}-${String(number)}">${markOf(one)}</a></td>`;
      })}</tr>\n`,
  )}</tbody></table></div>
<p class="soft">· serves, ? serves by luck or for now, ~ fewer than needed, ! calls what fails, ✗ down, ⊘ blocks a drain or rollout</p>
`;
}

/** What fits into the head of a column. */
function shortened(id: string): string {
  return id.length > 30 ? `${id.slice(0, 8)}…${id.slice(-20)}` : id;
}

function kindOf({ state, blocks }: SimulatedOutcome): string {
  return state === 'serving' ? (blocks ? 'down' : 'lucky') : state;
}

function markOf({ state, blocks }: SimulatedOutcome): string {
  if (state === 'serving') return blocks ? '⊘' : '?';
  return { degraded: '~', impaired: '!', down: '✗' }[state];
}

function scenarioOf({ title, outcomes, notes }: SimulatedScenario, id: string): Markup {
  const badges = (['down', 'impaired', 'degraded'] as const).flatMap((state) => {
    const number = outcomes.filter((one) => one.state === state).length;
    if (number === 0) return [];
    return [
      html` <span class="badge ${state === 'down' ? 'fail' : state}">${String(number)} ${state}</span>`,
    ];
  });
  return html`<details><summary>${title}${badges}</summary>
${notes.map((note) => html`<p class="soft">${note}</p>`)}<ul id="${id}">${outcomes.map(outcomeOf)}</ul></details>
`;
}

function outcomeOf(outcome: SimulatedOutcome): Markup {
  const { workload, why, byLuck, blocks, later, remedy, file, line, parts } = outcome;
  const long = lasting(outcome);
  return html`<li><strong class="${kindOf(outcome)}">${workload}: ${verdictOf(outcome)}</strong>${long ? `, ${long}` : ''}<br>
${why.join(' → ')}${[byLuck, blocks, later].flatMap((text) => (text ? [html`<br>${text}`] : []))}
${parts.length > 0 ? html`<br><span class="soft">${parts.map(({ what, most }) => `${what}${most === undefined ? '' : `: ${time(most)}`}`).join(', then ')}</span>` : ''}
${remedy ? html`<br>Smallest change: ${remedy.what}${remedy.tried ? ' (tried)' : ''}` : ''}
<br><span class="path">${file}:${String(line)}</span></li>
`;
}

function figuresOf({ availability, recovery }: SimulatedEnvironment): Markup {
  return html`<div class="facts">
${
  availability.length > 0
    ? html`<h3>Availability at best, by what the parts promise</h3><table><thead><tr><th>workload</th><th>at best</th><th>of a month</th><th>promised</th><th>limited by</th></tr></thead><tbody>${availability.map(
        ({ workload, percent, minutesTaken, objective, limit }) =>
          html`<tr><td>${workload}</td><td>${limit ? percentage(percent) : 'no published figure'}</td><td>${limit ? time(minutesTaken * 60) : ''}</td><td class="${objective ? (objective.reachable ? 'pass' : 'fail') : 'soft'}">${objective ? `${percentage(objective.percent)}: ${objective.reachable ? 'within reach' : 'out of reach'}` : 'nothing'}</td><td>${limit ? limit.what : ''}</td></tr>\n`,
      )}</tbody></table>`
    : ''
}
${
  recovery.length > 0
    ? html`<h3>Stores of data</h3><table><thead><tr><th>store</th><th>may be lost</th><th>because</th><th>restored after</th><th>in another region</th><th>misses</th></tr></thead><tbody>${recovery.map(
        ({ resource, rpo, rpoBy, rto, otherRegion, misses }) =>
          html`<tr><td>${resource}</td><td class="${rpo === 'never' ? 'fail' : ''}">${typeof rpo === 'number' ? time(rpo) : rpo === 'never' ? 'everything' : rpo}</td><td>${rpoBy}</td><td>${typeof rto === 'number' ? time(rto) : rto}</td><td>${otherRegion}</td><td class="fail">${misses.join('; ')}</td></tr>\n`,
      )}</tbody></table>`
    : ''
}
</div>
`;
}
