import { join } from 'node:path';
import { type FixOutcome, fixUntilStable } from '../fix/fix-until-stable.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import { readFileIn } from '../host/disk-repository.ts';
import { leadsOut, prefixOf } from '../host/given-file.ts';
import { withWorkingCopy } from '../host/working-copy.ts';
import { mayWrite, writeWhole } from '../host/write-files.ts';
import { pathFor } from '../report/options.ts';
import type { Ranked } from '../verdict/rank.ts';
import { judgeRepository } from './judge-repository.ts';
import { type Printed, Problems, UserError, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';
import { tellFixed, tellSummary } from './tell-fixes.ts';
import { tellProblems } from './tell-problems.ts';

export interface FixRepositoryOptions extends VerifyOptions {
  /** print the changes and write nothing */
  readonly dryRun: boolean;
  /** also changes that a person should look at */
  readonly unsafe: boolean;
}

/**
 * Mends what can be mended, on a copy first: every file is verified again, and one that would get worse is left alone.
 * @returns with `dryRun` a unified diff, otherwise what was done
 * @throws UserError where the folder is wrong, or a file cannot be written or was changed meanwhile
 */
export async function fixRepository(folder: string, options: FixRepositoryOptions): Promise<Printed> {
  const about = new Problems();
  const settings = await settle(folder, options, about);
  let filesRead = 0;
  let rounds = 0;
  const outcome = await withWorkingCopy(folder, (copy) =>
    fixUntilStable<Ranked>(
      async (texts) => {
        copy.lay(texts);
        options.onProgress?.(
          rounds++ === 0 ? 'looking for what can be mended' : `verifying again (${rounds})`,
        );
        const problems = new Problems();
        const judged = await judgeRepository(copy.folder, settings, withoutProgress(options), problems);
        filesRead = judged.files.read.size;
        return {
          findings: judged.findings.filter((finding) => !judged.baselined.has(finding)),
          problems: problems.all,
        };
      },
      { unsafe: options.unsafe },
    ),
  );
  const prefix = prefixOf(folder);
  const out = options.dryRun ? await diffOf(outcome, prefix) : tellFixed(outcome, prefix);
  if (!options.dryRun) write(folder, outcome);
  const troubles = tellProblems([...about.all, ...outcome.verified.problems], prefix);
  if (filesRead === 0) return { out, notes: `${troubles}no infrastructure was read in ${folder}\n`, code: 3 };
  const summary = tellSummary(outcome, options, prefix);
  return options.dryRun
    ? { out, notes: troubles + summary, code: 0 }
    : { out: out + summary, notes: troubles, code: 0 };
}

/** The stages of each verification in itself would only flicker. */
function withoutProgress({ onProgress, ...options }: FixRepositoryOptions): VerifyOptions {
  return options;
}

/** For `git apply` or `patch -p1` where the user stands; in the folder where that lies elsewhere. */
async function diffOf({ files }: FixOutcome<Ranked>, prefix: string): Promise<string> {
  const pathPrefix = leadsOut(prefix) ? '' : prefix;
  const diffs = await Promise.all(
    files.map(({ path, before, after }) => unifiedDiff(pathFor(path, { pathPrefix }), before, after)),
  );
  return diffs.join('');
}

/** All or nothing as far as can be known before: no file is written where one has changed since it was read. */
function write(folder: string, { files }: FixOutcome<Ranked>): void {
  for (const { path, before } of files) {
    if (readFileIn(folder, path, () => {})?.text !== before)
      throw new UserError(
        `${path} was changed while it was being fixed`,
        'nothing was written: run it again',
      );
    if (!mayWrite(join(folder, path)))
      throw new UserError(`${path} cannot be written`, 'nothing was written: check its permissions');
  }
  for (const { path, after } of files) writeWhole(join(folder, path), after);
}
