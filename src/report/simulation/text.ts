import { visible } from '../visible.ts';
import { count, listedUpTo } from '../wording.ts';
import { writeFigures } from './figures-text.ts';
import type {
  SimulatedEnvironment,
  SimulatedOutcome,
  SimulatedScenario,
  SimulationReport,
} from './report.ts';
import { Sheet, type SheetOptions } from './sheet.ts';
import { lasting, sizeOf, verdictOf } from './words.ts';

const marks = { serving: '·', degraded: '~', impaired: '!', down: '✗' } as const;

/** The simulation for people: what is assumed, what each failure does and why, and the figures beside the promises. */
export function renderSimulationText(report: SimulationReport, options: SheetOptions): string {
  const sheet = new Sheet(options);
  if (report.environments.length === 0) {
    sheet.line('There is nothing to simulate: no workload and no managed service is declared here.');
    return sheet.text();
  }
  for (const environment of report.environments) writeEnvironment(environment, sheet);
  if (options.verbose) {
    sheet.heading('What is modelled');
    for (const one of report.modelled) sheet.line(one, 2);
    for (const one of report.notModelled) sheet.line(`not: ${one}`, 2);
  } else sheet.faint('What is modelled and what is not, every step and every source: --verbose');
  return sheet.text();
}

function writeEnvironment(environment: SimulatedEnvironment, sheet: Sheet): void {
  sheet.heading(`${environment.name || 'The platform'}: ${sizeOf(environment)}`);
  writeAssumptions(environment, sheet);
  writeUnplaced(environment, sheet);
  writeMatrix(environment, sheet);
  for (const scenario of environment.scenarios) writeScenario(scenario, sheet);
  writeFigures(environment, sheet);
}

function writeAssumptions({ assumptions, leftOut }: SimulatedEnvironment, sheet: Sheet): void {
  if (assumptions.length > 0) sheet.strong('Assumed, since the repository does not say');
  const { shown, hidden } = sheet.first(6, assumptions);
  for (const { about, assumed, because, setBy } of shown)
    sheet.line(`${about}: ${assumed}; ${because}${setBy && sheet.verbose ? ` (${setBy})` : ''}`, 2);
  if (hidden > 0) sheet.faint(`  and ${count(hidden, 'more assumption')} (--verbose)`);
  if (leftOut > 0)
    sheet.faint(
      `  ${count(leftOut, 'job')} left out: ${leftOut === 1 ? 'it comes and goes' : 'they come and go'}`,
    );
  if (assumptions.length + leftOut > 0) sheet.gap();
}

function writeUnplaced({ unplaced }: SimulatedEnvironment, sheet: Sheet): void {
  if (unplaced.length === 0) return;
  sheet.strong('Find no place, before anything fails');
  for (const { workload, waiting, why, file, line } of unplaced) {
    sheet.line(`✗ ${workload}: ${count(waiting, 'pod')} waiting; ${why}`, 2);
    sheet.faint(`    ${sheet.at(file, line)}`);
  }
  sheet.gap();
}

/** A row a workload, a column a scenario of machines and rollouts: where it hurts, at a glance. */
function writeMatrix({ workloads, scenarios }: SimulatedEnvironment, sheet: Sheet): void {
  const columns = scenarios.filter(({ kind }) => kind !== 'region');
  const hurt = workloads.filter(({ address }) =>
    columns.some(({ outcomes }) => outcomes.some((one) => one.workload === address)),
  );
  if (hurt.length === 0) return;
  const { shown, hidden } = sheet.first(30, hurt);
  const names = shown.map(({ address }) => visible(address));
  const width = Math.min(44, Math.max(...names.map(({ length }) => length)));
  sheet.strong('At a glance');
  shown.forEach(({ address }, at) => {
    const cells = columns.map(({ outcomes }) => {
      const one = outcomes.find(({ workload }) => workload === address);
      return one ? (one.state === 'serving' ? (one.blocks ? '⊘' : '?') : marks[one.state]) : '·';
    });
    sheet.raw(`  ${names[at]!.slice(0, width).padEnd(width)}  ${cells.join(' ')}`);
  });
  if (hidden > 0) sheet.faint(`  and ${count(hidden, 'more workload')} (--verbose)`);
  sheet.faint(`  from left to right: ${columns.map(({ id }) => id).join(', ')}`);
  sheet.faint(
    '  · serves   ? serves, by luck or for now   ~ fewer than needed   ! calls what fails   ✗ down   ⊘ blocks',
  );
  sheet.gap();
}

function writeScenario({ title, outcomes, notes, kind }: SimulatedScenario, sheet: Sheet): void {
  if (outcomes.length === 0 && (notes.length === 0 || kind === 'load')) {
    if (sheet.verbose) sheet.line(`${title}: all keep serving`);
    return;
  }
  sheet.strong(visible(title));
  for (const note of notes) sheet.line(note, 2);
  if (kind === 'region') {
    sheet.line(
      `✗ ${outcomes.length === 1 ? 'the only workload goes' : `all ${outcomes.length} go`} down, until ${outcomes[0]?.until ?? 'it is back'}; what is kept in another region: see the stores of data`,
      2,
    );
    sheet.gap();
    return;
  }
  if (kind === 'largest-node') {
    for (const state of ['down', 'impaired', 'degraded'] as const) {
      const those = outcomes.filter((one) => one.state === state).map(({ workload }) => workload);
      if (those.length > 0)
        sheet.line(`${marks[state]} ${state}: ${listedUpTo(sheet.verbose ? 1000 : 6, those)}`, 2);
    }
    sheet.gap();
    return;
  }
  const worst = [...outcomes].sort((a, b) => order(a) - order(b));
  const { shown, hidden } = sheet.first(8, worst);
  for (const outcome of shown) writeOutcome(outcome, sheet);
  if (hidden > 0)
    sheet.faint(
      `  and ${listedUpTo(
        3,
        worst.slice(shown.length).map(({ workload }) => workload),
      )} (--verbose)`,
    );
  sheet.gap();
}

function order({ state, blocks }: SimulatedOutcome): number {
  return ['down', 'impaired', 'degraded', 'serving'].indexOf(state) * 2 + (blocks ? -1 : 0);
}

function writeOutcome(outcome: SimulatedOutcome, sheet: Sheet): void {
  const { workload, state, why, byLuck, blocks, later, remedy, file, line, parts } = outcome;
  const mark = state === 'serving' ? (blocks ? '⊘' : '?') : marks[state];
  const long = lasting(outcome);
  sheet.line(
    `${mark} ${workload}: ${verdictOf(outcome)}${long ? `, ${long}` : ''}`,
    2,
    state === 'down' || blocks ? 'bad' : undefined,
  );
  if (byLuck && state === 'serving') sheet.line(byLuck, 6);
  else if (blocks || later) sheet.line((blocks ?? later)!, 6);
  else sheet.line(why.join(' → '), 6);
  if (sheet.verbose) {
    if ((byLuck && state === 'serving') || blocks || later) sheet.line(why.join(' → '), 6);
    else if (byLuck) sheet.line(byLuck, 6);
    for (const { what, least, most, source } of parts)
      sheet.faint(
        `      ${most === undefined ? 'no figure' : least === most ? `${most} s` : `${least} to ${most} s`}: ${what} (${source})`,
      );
  }
  if (remedy) sheet.line(`smallest change: ${remedy.what}${remedy.tried ? ' (tried)' : ''}`, 6);
  sheet.faint(`      ${sheet.at(file, line)}`);
}
