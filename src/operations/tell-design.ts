import { join } from 'node:path';
import type { Architecture } from '../design/architecture.ts';
import type { MergedFiles } from '../design/merge/merge-files.ts';
import { unwritten } from '../design/unwritten.ts';
import { prefixOf } from '../host/given-file.ts';
import type { Problem } from '../model/problem.ts';
import { pathFor } from '../report/options.ts';
import { visible } from '../report/visible.ts';
import { count } from '../report/wording.ts';

/** Everything that is wrong with a blueprint, each at its line. */
export function tellWrong(problems: readonly Problem[], folder: string): string {
  const pathPrefix = prefixOf(folder);
  const lines = problems.map(({ message, path, file, start }) => {
    const line = file && start !== undefined ? `:${file.lineAt(start)}` : '';
    return `${visible(pathFor(path, { pathPrefix }))}${line}: ${visible(message)}\n`;
  });
  return `${lines.join('')}${count(problems.length, 'problem')}: nothing was written\n`;
}

/** What was done, or would be: numbers of files, guidelines followed, and every conflict. */
export function tellDesigned(
  { changes, conflicts }: MergedFiles,
  architecture: Architecture,
  dryRun: boolean,
): string {
  const { guidelines, decisions, environments, notes } = architecture;
  const written = changes.filter(({ before, after }) => before === undefined && after !== undefined).length;
  const removed = changes.filter(({ after }) => after === undefined).length;
  const changed = changes.length - written - removed;
  const would = dryRun ? 'would be ' : '';
  const cost = environments.reduce(
    (sum, one) => sum + one.costs.reduce((part, { monthlyUsd }) => part + monthlyUsd, 0),
    0,
  );
  const lines = [
    ...guidelines.map(
      ({ path, line, result, followed }) => `${path}:${line}: ${followed ? '' : 'not followed: '}${result}`,
    ),
    ...notes.map((note) => `note: ${note}`),
    ...unwritten(architecture).map((what) => `not written yet: ${what}`),
    ...conflicts.map(({ path, message }) => `conflict: ${path}: ${message}`),
    changes.length === 0
      ? 'nothing to change'
      : [
          ...(written > 0 ? [`${count(written, 'file')} ${would}written`] : []),
          ...(changed > 0 ? [`${count(changed, 'file')} ${would}changed`] : []),
          ...(removed > 0 ? [`${count(removed, 'file')} ${would}removed`] : []),
        ].join(', '),
    `${count(decisions.length, 'decision')} in ${join('docs', 'decisions')}; about $${Math.round(cost)} a month`,
    ...(conflicts.length > 0 ? [`${count(conflicts.length, 'conflict')} to resolve`] : []),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}
