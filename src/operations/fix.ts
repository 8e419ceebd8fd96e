import { join } from 'node:path';
import { type FixOutcome, fixUntilStable } from '../fix/fix-until-stable.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import { readFileIn } from '../host/disk-repository.ts';
import { withWorkingCopy } from '../host/working-copy.ts';
import { writeWhole } from '../host/write-files.ts';
import type { Ranked } from '../verdict/rank.ts';
import { judgeRepository } from './judge-repository.ts';
import { open } from './load.ts';
import { Problems, UserError, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';

export interface FixRepositoryOptions extends VerifyOptions {
  /** print the changes and write nothing */
  readonly dryRun: boolean;
  /** also changes that a person should look at */
  readonly unsafe: boolean;
}

/**
 * Mends what can be mended, on a copy first: every file is verified again, and one that would get worse is left alone.
 * @returns what was done as text, and the exit code
 * @throws UserError where the folder is wrong, or a file was changed meanwhile
 */
export async function fixRepository(
  folder: string,
  options: FixRepositoryOptions,
): Promise<{ text: string; code: number }> {
  const settings = await settle(folder, options, new Problems());
  open(folder, settings, new Problems());
  const outcome = await withWorkingCopy(folder, (copy) =>
    fixUntilStable<Ranked>(
      async (texts) => {
        copy.lay(texts);
        const problems = new Problems();
        const judged = await judgeRepository(copy.folder, settings, options, problems);
        return {
          findings: judged.findings.filter((finding) => !judged.baselined.has(finding)),
          problems: problems.all,
        };
      },
      { unsafe: options.unsafe },
    ),
  );
  if (options.dryRun) {
    const diffs = await Promise.all(
      outcome.files.map(({ path, before, after }) => unifiedDiff(path, before, after)),
    );
    return { text: [...diffs, summary(outcome, options)].join(''), code: 0 };
  }
  write(folder, outcome);
  return { text: [listing(outcome), summary(outcome, options)].join(''), code: 0 };
}

/** All or nothing as far as can be known before: no file is written where one has changed since it was read. */
function write(folder: string, { files }: FixOutcome<Ranked>): void {
  for (const { path, before } of files)
    if (readFileIn(folder, path, () => {})?.text !== before)
      throw new UserError(
        `${path} was changed while it was being fixed`,
        'nothing was written: run it again',
      );
  for (const { path, after } of files) writeWhole(join(folder, path), after);
}

function listing({ files }: FixOutcome<Ranked>): string {
  return files
    .map(
      ({ path, fixed }) =>
        `${path}\n${fixed.map(({ finding }) => `  ${finding.check}: ${finding.fix?.summary ?? 'mended'}\n`).join('')}`,
    )
    .join('');
}

function summary(
  { files, notFixed, verified }: FixOutcome<Ranked>,
  { dryRun, unsafe }: FixRepositoryOptions,
): string {
  const count = files.reduce((sum, { fixed }) => sum + fixed.length, 0);
  const done = `${dryRun ? 'would fix' : 'fixed'} ${count} ${count === 1 ? 'finding' : 'findings'} in ${files.length} ${files.length === 1 ? 'file' : 'files'}; ${verified.findings.length} remain\n`;
  const left = notFixed.map(
    ({ item, reason }) =>
      `not fixed: ${item.finding.check} at ${item.finding.origin.file.path}:${item.finding.origin.file.lineAt(item.finding.origin.start)}: ${reason}\n`,
  );
  const more = unsafe
    ? 0
    : verified.findings.filter(({ finding }) => finding.fix?.safety === 'unsafe').length;
  const hint = more > 0 ? `${more} more can be fixed with --unsafe: look at each before you apply it\n` : '';
  return `${left.join('')}${done}${hint}`;
}
