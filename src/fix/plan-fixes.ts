import type { Finding } from '../model/finding.ts';
import type { SourceFile } from '../model/source-file.ts';
import { type Change, fileOf, resolveEdit } from './change.ts';
import type { Plan } from './plan.ts';
import { planFor } from './plan-for.ts';

export interface FixOptions {
  /** also what a person should look at before it is applied */
  readonly unsafe: boolean;
}

/** A file with its new text, and the findings that it mends. */
export interface FixedFile<T> {
  readonly file: SourceFile;
  readonly text: string;
  readonly findings: readonly T[];
}

export interface FixPlan<T> {
  readonly files: readonly FixedFile<T>[];
  /** findings whose fix cannot be made, or not in this round */
  readonly refused: readonly { readonly item: T; readonly reason: string }[];
}

/** What a finding is part of: a gathered finding, or the like. */
interface HasFinding {
  readonly finding: Finding;
}

/**
 * Carries out the fixes of findings, as many as fit together. A fix is made as a whole, in all files that it changes,
 * or not at all. Nothing is written.
 * @param atMost how many fixes a file gets, by path, where not all that fit; the rest is left out silently
 */
export function planFixes<T extends HasFinding>(
  items: readonly T[],
  { unsafe }: FixOptions,
  atMost: ReadonlyMap<string, number> = new Map(),
): FixPlan<T> {
  const fixable = items.filter(({ finding: { fix } }) => fix && (unsafe || fix.safety === 'safe'));
  const careful = new Set<string>();
  for (;;) {
    const planner = new Planner<T>(careful, atMost);
    for (const item of fixable) planner.add(item);
    const { files, failed } = planner.finish();
    const news = failed.filter((path) => !careful.has(path));
    if (news.length === 0) return { files, refused: planner.refused };
    for (const path of news) careful.add(path);
  }
}

class Planner<T extends HasFinding> {
  readonly refused: { item: T; reason: string }[] = [];
  private readonly plans = new Map<string, Plan<unknown>>();
  private readonly done = new Map<string, { readonly file: SourceFile; readonly items: T[] }>();
  private readonly seen = new Map<string, readonly string[]>();

  /** @param careful files whose text is checked after each fix, as all fixes together did not pass */
  constructor(
    private readonly careful: ReadonlySet<string>,
    private readonly atMost: ReadonlyMap<string, number>,
  ) {}

  add(item: T): void {
    const changes = changesOf(item.finding);
    if (typeof changes === 'string') {
      this.refused.push({ item, reason: changes });
      return;
    }
    if (changes.some((change) => this.isFull(fileOf(change).path))) return;
    const id = JSON.stringify(changes.map(describe));
    const paths = this.seen.get(id) ?? this.carryOut(changes);
    if (typeof paths === 'string') this.refused.push({ item, reason: paths });
    else {
      this.seen.set(id, paths);
      for (const path of paths) this.done.get(path)!.items.push(item);
    }
  }

  private isFull(path: string): boolean {
    const most = this.atMost.get(path);
    return most !== undefined && (this.done.get(path)?.items.length ?? 0) >= most;
  }

  /** @returns the files changed, or why none was */
  private carryOut(changes: readonly Change[]): readonly string[] | string {
    const files = [...new Set(changes.map(fileOf))];
    const undo: (() => void)[] = [];
    for (const file of files) {
      const own = changes.filter((change) => fileOf(change) === file);
      const plan = this.plans.get(file.path) ?? planFor(file);
      const reason = 'refused' in plan ? plan.refused : this.addTo(plan, file, own, files.length === 1, undo);
      if (reason !== undefined) {
        for (const back of undo) back();
        return reason;
      }
    }
    for (const file of files) if (!this.done.has(file.path)) this.done.set(file.path, { file, items: [] });
    return files.map(({ path }) => path);
  }

  /** @param isWhole whether these are all changes of the fix, so that nothing is to be undone where they are refused */
  private addTo(
    plan: Plan<unknown>,
    file: SourceFile,
    changes: readonly Change[],
    isWhole: boolean,
    undo: (() => void)[],
  ): string | undefined {
    this.plans.set(file.path, plan);
    const isCareful = this.careful.has(file.path);
    if (isCareful || !isWhole) undo.push(plan.mark());
    const reason = plan.add(changes);
    if (reason !== undefined || !isCareful) return reason;
    const result = plan.finish();
    return 'refused' in result ? result.refused : undefined;
  }

  finish(): { readonly files: readonly FixedFile<T>[]; readonly failed: readonly string[] } {
    const files: FixedFile<T>[] = [];
    const failed: string[] = [];
    for (const [path, { file, items }] of this.done) {
      const result = this.plans.get(path)!.finish();
      if ('refused' in result) failed.push(path);
      else if (result.text !== file.text) files.push({ file, text: result.text, findings: items });
    }
    return { files, failed };
  }
}

function changesOf({ fix }: Finding): readonly Change[] | string {
  const changes: Change[] = [];
  for (const edit of fix?.edits ?? []) {
    const resolved = resolveEdit(edit);
    if ('refused' in resolved) return resolved.refused;
    changes.push(...resolved);
  }
  return changes.length > 0 ? changes : 'it has no edits';
}

/** A change as data, to tell the same fix found twice. */
function describe(change: Change): unknown {
  const { path } = fileOf(change);
  if (change.kind === 'text') return [path, change.start, change.end, change.text];
  if (change.kind === 'create')
    return [path, change.in.start, change.in.end, change.path, change.value, change.as];
  const { start, end } = change.node;
  return [path, change.kind, start, end, change.kind === 'replace' ? change.value : ''];
}
