import { type Revision, withRevision } from '../host/revision.ts';
import type { Outcome } from '../report/assemble.ts';
import { count } from '../report/wording.ts';
import type { Tally } from '../verdict/judge.ts';
import type { Ranked } from '../verdict/rank.ts';
import { judgeOpened } from './judge-repository.ts';
import { open } from './load.ts';
import { Problems, type VerifyOptions } from './options.ts';
import { misuseOf } from './revision-misuse.ts';
import type { Settings } from './settings.ts';

/** What is left of an outcome, and a line that says since when. */
export interface News {
  readonly outcome: Outcome;
  readonly notes: string;
}

/**
 * Keeps the findings that were not there before the present state branched off a revision, wherever they are: a change
 * in one file may break a contract that another one states. That state is judged under today's configuration.
 * @throws UserError where git has no such revision
 */
export async function newSince(
  folder: string,
  revision: string,
  settings: Settings,
  options: VerifyOptions,
  now: Outcome,
): Promise<News> {
  options.onProgress?.(`judging ${revision}`);
  const { commit, holds } = await knownAt(folder, revision, settings, options);
  const findings = now.findings.filter((finding) => !holds(finding));
  const old = now.findings.length - findings.length;
  return {
    outcome: { ...now, findings, tallies: now.tallies.map((tally) => ofNews(tally, findings)) },
    notes: `compared with ${revision} (${commit.slice(0, 10)}): ${count(old, 'finding')} that ${old === 1 ? 'was' : 'were'} there before ${old === 1 ? 'is' : 'are'} not shown\n`,
  };
}

/** What was wrong before does not count as failed. */
function ofNews(tally: Tally, findings: readonly Ranked[]): Tally {
  const own = findings.filter(({ finding }) => finding.check === tally.check.id);
  const places = own.reduce((sum, { addresses }) => sum + addresses.length, 0);
  return { ...tally, failed: Math.min(tally.failed, places) };
}

async function knownAt(
  folder: string,
  revision: string,
  settings: Settings,
  options: VerifyOptions,
): Promise<{ readonly commit: string; readonly holds: (finding: Ranked) => boolean }> {
  try {
    return await withRevision(folder, revision, async (then) => {
      const problems = new Problems();
      const repository = open(then.folder, settings, problems);
      // what was suppressed then and is not any more is new
      const { findings } = await judgeOpened(repository, settings, options, problems);
      const before = new Set(findings.map(({ fingerprint }) => fingerprint));
      const moved = new Set(findings.flatMap((finding) => movedIdentity(finding, then)));
      return {
        commit: then.commit,
        holds: (finding) => before.has(finding.fingerprint) || moved.has(identityOf(finding)),
      };
    });
  } catch (error) {
    throw misuseOf(error, folder, revision);
  }
}

/** Tells findings apart where their fingerprint does not help, because their file has moved. */
function identityOf({ finding: { check, origin, resource, key } }: Ranked): string {
  return [check, origin.file.path, resource.address, key].join('\0');
}

/** What the identity of a finding of a moved file would be now. Dockerfiles and workflows have their path as address. */
function movedIdentity({ finding }: Ranked, { renamed }: Revision): string[] {
  const path = renamed.get(finding.origin.file.path);
  if (path === undefined) return [];
  const address = renamed.get(finding.resource.address) ?? finding.resource.address;
  return [[finding.check, path, address, finding.key].join('\0')];
}
