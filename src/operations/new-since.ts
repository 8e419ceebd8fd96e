import { withRevision } from '../host/revision.ts';
import type { Outcome } from '../report/assemble.ts';
import { judgeOpened } from './judge-repository.ts';
import { open } from './load.ts';
import { Problems, UserError, type VerifyOptions } from './options.ts';
import type { Settings } from './settings.ts';

/**
 * Keeps the findings that a revision did not have, wherever they are: a change in one file may break a contract
 * that another one states. The revision is judged under today's configuration.
 * @throws UserError where git has no such revision
 */
export async function newSince(
  folder: string,
  revision: string,
  settings: Settings,
  options: VerifyOptions,
  now: Outcome,
): Promise<Outcome> {
  options.onProgress?.(`judging ${revision}`);
  const before = await atRevision(folder, revision, settings, options);
  return { ...now, findings: now.findings.filter(({ fingerprint }) => !before.has(fingerprint)) };
}

async function atRevision(
  folder: string,
  revision: string,
  settings: Settings,
  options: VerifyOptions,
): Promise<Set<string>> {
  try {
    return await withRevision(folder, revision, async (laidOut) => {
      const problems = new Problems();
      const { findings, suppressed } = await judgeOpened(
        open(laidOut, settings, problems),
        settings,
        options,
        problems,
      );
      return new Set(
        [...findings, ...suppressed.map(({ finding }) => finding)].map(({ fingerprint }) => fingerprint),
      );
    });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    if (stderr === undefined) throw error;
    throw new UserError(
      `git cannot show ${revision} of ${folder}: ${stderr.trim()}`,
      'give a branch, tag or commit of the repository that the folder is in',
    );
  }
}
