import type { Problem } from '../model/problem.ts';
import { pathFor } from '../report/options.ts';
import { visible } from '../report/visible.ts';
import { count } from '../report/wording.ts';

/** Beyond these, `plinth verify` tells them. */
const mostTold = 5;

/**
 * Problems as lines for standard error, for a command whose output does not hold them.
 * @param pathPrefix stands before their paths
 */
export function tellProblems(problems: readonly Problem[], pathPrefix: string): string {
  if (problems.length === 0) return '';
  const told = problems.slice(0, mostTold).map(({ kind, message, path, file, start }) => {
    const line = file && start !== undefined ? `:${file.lineAt(start)}` : '';
    return `  ${kind}: ${visible(message)}\n    ${visible(pathFor(path, { pathPrefix }))}${line}\n`;
  });
  const more =
    problems.length > mostTold ? `  and ${problems.length - mostTold} more: run plinth verify\n` : '';
  return `${count(problems.length, 'problem')}\n${told.join('')}${more}`;
}
