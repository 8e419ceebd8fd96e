import type { Architecture } from '../design/architecture.ts';
import { totalOf } from '../design/decide/budget.ts';
import { aboutOf, documentPaths } from '../design/documents/about.ts';
import { nextSteps } from '../design/documents/next-steps.ts';
import { missedTargets } from '../design/documents/recovery-page.ts';
import { Written } from '../design/documents/written.ts';
import type { MergedFiles } from '../design/merge/merge-files.ts';
import { tellRehearsal } from '../design/rehearsal/told.ts';
import type { Files } from '../design/target.ts';
import { prefixOf } from '../host/given-file.ts';
import type { Problem } from '../model/problem.ts';
import { pathFor } from '../report/options.ts';
import { visible } from '../report/visible.ts';
import { count, digits } from '../report/wording.ts';
import { isDecidedAnew, tellLost } from './tell-since.ts';

/** Everything that is wrong with a blueprint, each at its line. */
export function tellWrong(problems: readonly Problem[], folder: string): string {
  const pathPrefix = prefixOf(folder);
  const lines = problems.map(({ message, path, file, start }) => {
    const line = file && start !== undefined ? `:${file.lineAt(start)}` : '';
    return `${visible(pathFor(path, { pathPrefix }))}${line}: ${visible(message)}\n`;
  });
  return `${lines.join('')}${count(problems.length, 'problem')}: nothing was written\n`;
}

/** What of a design is told. */
export interface Designed {
  readonly architecture: Architecture;
  /** all that belongs to the platform now */
  readonly files: Files;
  /** what was written last; empty where nothing was */
  readonly last: Files;
  readonly merged: MergedFiles;
  readonly dryRun: boolean;
  /** what was left to the user, with the reason */
  readonly kept: readonly string[];
}

/**
 * What was decided and why, what it costs, what a person has to do and what was not done; where nothing changes, only
 * that, and what still needs a person.
 */
export function tellDesigned(designed: Designed): string {
  const { architecture, files, last, merged, kept } = designed;
  const { changes, conflicts } = merged;
  const about = aboutOf(architecture, new Written(files));
  const missed = missedTargets(about).length;
  const open = [
    ...architecture.notes,
    ...(missed > 0 ? [`${count(missed, 'recovery target')} may be missed: ${documentPaths.recovery}`] : []),
    ...kept,
  ];
  const told = [
    ...(changes.length === 0
      ? []
      : [
          ...(last.size === 0
            ? block(`Decided, with reasons in ${documentPaths.decisions}:`, decided(architecture))
            : block(
                `Decided otherwise than last time, with reasons in ${documentPaths.decisions}:`,
                decided(architecture, (title) => isDecidedAnew(title, last, files)),
              )),
          ...block(`Cost, about, a month (${documentPaths.cost}):`, cost(architecture)),
          ...block('Simulated, as decided:', tellRehearsal(architecture)),
          ...block(`For people, in this order (${documentPaths.prerequisites}):`, nextSteps(about)),
        ]),
    ...block('No longer there, with what it holds:', tellLost(last, files, architecture)),
    ...block('Guidelines:', guidelines(architecture)),
    ...(changes.length === 0 ? [] : block('Open:', open)),
    ...conflicts.map(({ path, message }) => `conflict: ${path}: ${message}`),
    changed(designed),
    ...(conflicts.length > 0 ? [`${count(conflicts.length, 'conflict')} to resolve`] : []),
  ];
  return `${told.map(visible).join('\n')}\n`;
}

function block(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

function decided({ decisions }: Architecture, isTold = (_title: string) => true): string[] {
  return decisions
    .filter(({ title }) => isTold(title))
    .map(({ title, choice, asked, why: [why] }) =>
      asked ? `${title}: ${choice}, as asked` : `${title}: ${choice}. ${why}`,
    );
}

function cost({ environments, budget }: Architecture): string[] {
  const rows = environments.map((one) => ({
    name: one.name,
    usd: totalOf(one),
    share: budget?.asked ? one.budgetMonthly : undefined,
  }));
  const all = {
    name: 'together',
    usd: rows.reduce((sum, { usd }) => sum + usd, 0),
    share: budget?.asked ? budget.monthly : undefined,
  };
  const shown = rows.length > 1 ? [...rows, all] : rows;
  const width = Math.max(...shown.map(({ name }) => name.length));
  const money = (usd: number) => `$${digits(Math.round(usd))}`;
  const most = Math.max(...shown.map(({ usd }) => money(usd).length));
  return shown.map(
    ({ name, usd, share }) =>
      `${name.padEnd(width)}  ${money(usd).padStart(most)}${share === undefined ? '' : ` of ${money(share)}`}`,
  );
}

function guidelines({ guidelines: all }: Architecture): string[] {
  return all.map(
    ({ path, line, result, followed }) => `${path}:${line}: ${followed ? '' : 'not followed: '}${result}`,
  );
}

function changed({ merged: { changes }, files, dryRun }: Designed): string {
  const written = changes.filter(({ before, after }) => before === undefined && after !== undefined).length;
  const removed = changes.filter(({ after }) => after === undefined).length;
  const other = changes.length - written - removed;
  const would = dryRun ? 'would be ' : '';
  return changes.length === 0
    ? 'nothing to change'
    : [
        ...(written > 0 ? [`${count(written, 'file')} ${would}written`] : []),
        ...(other > 0 ? [`${count(other, 'file')} ${would}changed`] : []),
        ...(removed > 0 ? [`${count(removed, 'file')} ${would}removed`] : []),
      ].join(', ') +
        (dryRun
          ? ''
          : `; begin with ${files.has(documentPaths.readme) ? documentPaths.readme : documentPaths.index}`);
}
