import { atLeast, type Severity } from '../model/dimension.ts';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import { type FixedFile, type FixOptions, planFixes } from './plan-fixes.ts';

/** A finding that is open. */
export interface OpenFinding {
  readonly finding: Finding;
}

export interface Verified<T> {
  /** findings that are neither suppressed nor in the baseline */
  readonly findings: readonly T[];
  readonly problems: readonly Problem[];
}

/** Verifies the repository as it would be with other texts in place of some files' own. */
export type VerifyTexts<T> = (texts: ReadonlyMap<string, string>) => Promise<Verified<T>>;

export interface FixOutcome<T> {
  readonly files: readonly {
    readonly path: string;
    readonly before: string;
    readonly after: string;
    /** what was mended in it, in the order in which it was done */
    readonly fixed: readonly T[];
  }[];
  /** findings that have a fix of the wanted kind which was not made, each with the reason */
  readonly notFixed: readonly { readonly item: T; readonly reason: string }[];
  /** the last verification: what is left */
  readonly verified: Verified<T>;
}

/** Verifications at the most: each reads the whole repository. */
const mostRounds = 25;

/**
 * Fixes, verifies again, and goes on until nothing is left that can be fixed. A file that would get worse (a finding or
 * a problem that was not there, or a finding that its fix does not take away) is left as it was; where several fixes
 * share it, they are tried in halves, so that one bad fix does not cost the others.
 */
export async function fixUntilStable<T extends OpenFinding>(
  verifyTexts: VerifyTexts<T>,
  options: FixOptions,
): Promise<FixOutcome<T>> {
  const run = new Run<T>(options);
  let verified = await verifyTexts(run.texts);
  for (let round = 1; ; round++) {
    const files = run.plan(verified);
    if (files.length === 0) break;
    if (round >= mostRounds) {
      run.giveUp(files);
      break;
    }
    const texts = new Map([...run.texts, ...files.map(({ file, text }) => [file.path, text] as const)]);
    const next = await verifyTexts(texts);
    const worse = worsened(files, verified, next);
    if (worse.size > 0) run.rollBack(files, worse);
    else {
      run.keep(files);
      verified = next;
    }
  }
  return run.outcome(verified);
}

class Run<T extends OpenFinding> {
  readonly texts = new Map<string, string>();
  private readonly before = new Map<string, string>();
  private readonly fixed = new Map<string, T[]>();
  /** reasons by identity */
  private readonly blocked = new Map<string, string>();
  /** how many fixes of a file are tried at once */
  private readonly atOnce = new Map<string, number>();
  private refused: readonly { readonly item: T; readonly reason: string }[] = [];

  constructor(private readonly options: FixOptions) {}

  plan({ findings }: Verified<T>): readonly FixedFile<T>[] {
    const candidates = findings.filter((item) => !this.blocked.has(identityOf(item)));
    const { files, refused } = planFixes(candidates, this.options, this.atOnce);
    this.refused = refused;
    return files;
  }

  keep(files: readonly FixedFile<T>[]): void {
    for (const { file, text, findings } of files) {
      const { path } = file;
      if (!this.before.has(path)) this.before.set(path, file.text);
      this.texts.set(path, text);
      this.fixed.set(path, [...(this.fixed.get(path) ?? []), ...findings]);
      const atOnce = this.atOnce.get(path);
      if (atOnce !== undefined) this.atOnce.set(path, atOnce * 2);
    }
  }

  /** @param worse reasons by path */
  rollBack(files: readonly FixedFile<T>[], worse: ReadonlyMap<string, string>): void {
    for (const { file, findings } of files) {
      const reason = worse.get(file.path);
      if (reason === undefined) continue;
      if (findings.length === 1) {
        this.blocked.set(identityOf(findings[0]!), reason);
        this.atOnce.delete(file.path);
      } else this.atOnce.set(file.path, findings.length >> 1);
    }
  }

  giveUp(files: readonly FixedFile<T>[]): void {
    for (const { findings } of files)
      for (const item of findings)
        this.blocked.set(identityOf(item), `it was not tried within ${mostRounds} rounds: run the fix again`);
  }

  outcome(verified: Verified<T>): FixOutcome<T> {
    const blocked = verified.findings.flatMap((item) => {
      const reason = this.blocked.get(identityOf(item));
      return reason === undefined ? [] : [{ item, reason }];
    });
    return {
      files: [...this.texts].map(([path, after]) => ({
        path,
        before: this.before.get(path)!,
        after,
        fixed: this.fixed.get(path)!,
      })),
      notFixed: [...blocked, ...this.refused],
      verified,
    };
  }
}

/** The files that got worse, with the reason. What cannot be laid to one file is laid to all that were changed. */
function worsened<T extends OpenFinding>(
  files: readonly FixedFile<T>[],
  before: Verified<T>,
  after: Verified<T>,
): Map<string, string> {
  const worse = new Map<string, string>();
  const changed = files.map(({ file }) => file.path);
  const blame = (path: string, reason: string) => {
    for (const one of changed.includes(path) ? [path] : changed) if (!worse.has(one)) worse.set(one, reason);
  };
  const was = count(before.findings);
  const is = count(after.findings);
  for (const item of after.findings) {
    const id = identityOf(item);
    const { check, origin, resource, severity } = item.finding;
    // what is only for information makes nothing worse: two pods are better than one, and three would be better still
    if (severity === 'info' || (is.get(id) ?? 0) <= (was.get(id) ?? 0)) continue;
    // and a smaller fault is better than a greater one: an audit log whose group nobody declared is still a log
    if (!lighterThanAll(severity, mendedIn(files, origin.file.path)))
      blame(origin.file.path, `it would bring about ${check} on ${resource.address}`);
  }
  for (const { file, findings } of files)
    for (const [id, mended] of count(findings))
      if ((is.get(id) ?? 0) > (was.get(id) ?? 0) - mended)
        blame(file.path, `${id.split('\0', 1)[0]} is found again afterwards`);
  const problems = new Set(before.problems.map(problemId));
  for (const problem of after.problems)
    if (problem.kind !== 'configuration' && !problems.has(problemId(problem)))
      blame(problem.path, `it would bring about a problem: ${problem.message}`);
  return worse;
}

function mendedIn<T extends OpenFinding>(files: readonly FixedFile<T>[], path: string): readonly T[] {
  const here = files.filter(({ file }) => file.path === path);
  return (here.length > 0 ? here : files).flatMap(({ findings }) => findings);
}

function lighterThanAll(severity: Severity, mended: readonly OpenFinding[]): boolean {
  return mended.every(({ finding }) => !atLeast(severity, finding.severity));
}

/** What a finding is known by when lines move; as the fingerprint, but alike for several of one kind in one place. */
function identityOf({ finding: { check, origin, resource, key } }: OpenFinding): string {
  return [check, origin.file.path, resource.address.replace(/\[[^\]]*\]/g, ''), key].join('\0');
}

function count(items: readonly OpenFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(identityOf(item), (counts.get(identityOf(item)) ?? 0) + 1);
  return counts;
}

function problemId({ kind, path, message }: Problem): string {
  return [kind, path, message].join('\0');
}
