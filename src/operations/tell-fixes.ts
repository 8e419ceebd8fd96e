import type { FixOutcome } from '../fix/fix-until-stable.ts';
import { pathFor } from '../report/options.ts';
import { visible } from '../report/visible.ts';
import { count } from '../report/wording.ts';
import type { Ranked } from '../verdict/rank.ts';

/** What was done, file by file. @param pathPrefix stands before their paths */
export function tellFixed({ files }: FixOutcome<Ranked>, pathPrefix: string): string {
  return files
    .map(({ path, fixed }) => {
      const counts = countOf(
        fixed.map(({ finding }) => `${finding.check}: ${finding.fix?.summary ?? 'mended'}`),
      );
      const lines = [...counts].map(
        ([what, times]) => `  ${times > 1 ? `${times} x ` : ''}${visible(what)}\n`,
      );
      return `${visible(pathFor(path, { pathPrefix }))}\n${lines.join('')}`;
    })
    .join('');
}

/** What it came to, what was left and why, and what to do next. */
export function tellSummary(
  { files, notFixed, verified }: FixOutcome<Ranked>,
  { dryRun, unsafe }: { readonly dryRun: boolean; readonly unsafe: boolean },
  pathPrefix: string,
): string {
  const done = files.reduce((sum, { fixed }) => sum + fixed.length, 0);
  const left = verified.findings.length;
  const more = unsafe
    ? 0
    : verified.findings.filter(({ finding }) => finding.fix?.safety === 'unsafe').length;
  return [
    ...tellNotFixed(notFixed, pathPrefix),
    `${dryRun ? 'would fix' : 'fixed'} ${count(done, 'finding')} in ${count(files.length, 'file')}; ${count(left, 'finding')} ${left === 1 ? 'remains' : 'remain'}\n`,
    more > 0 ? `${more} more can be fixed with --unsafe: look at each before you apply it\n` : '',
  ].join('');
}

/** One reason in forty places is one line. */
function tellNotFixed(notFixed: FixOutcome<Ranked>['notFixed'], pathPrefix: string): string[] {
  const groups = new Map<string, Ranked[]>();
  for (const { item, reason } of notFixed) {
    const id = `${item.finding.check}: ${reason}`;
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  return [...groups].map(([what, items]) => {
    const { file, start } = items[0]!.finding.origin;
    const others = items.length > 1 ? ` and ${count(items.length - 1, 'other place')}` : '';
    return `not fixed: ${visible(what)}\n  ${visible(pathFor(file.path, { pathPrefix }))}:${file.lineAt(start)}${others}\n`;
  });
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
