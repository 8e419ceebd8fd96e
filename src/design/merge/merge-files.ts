import type { Files } from '../target.ts';
import { isMarked, mergeText } from './merge-text.ts';

/** What happens to one file. */
export interface Change {
  readonly path: string;
  /** `undefined` where there is none */
  readonly before: string | undefined;
  /** `undefined` where it is removed */
  readonly after: string | undefined;
}

export interface MergedFiles {
  /** only files that change, in the order of their paths */
  readonly changes: readonly Change[];
  /** what a person has to look at: marked places, and what could not be merged */
  readonly conflicts: readonly { readonly path: string; readonly message: string }[];
  /** files that are there and were never written by Plinth: nothing may be written */
  readonly foreign: readonly string[];
}

/**
 * Decides what becomes of each file from what was written last, what is on disk, and what would be written now.
 * People's edits survive; what was removed stays removed.
 * @param disk the text of a file, with line feeds; `undefined` where there is none
 */
export function mergeFiles(
  last: Files,
  next: Files,
  disk: (path: string) => string | undefined,
): MergedFiles {
  const changes: Change[] = [];
  const conflicts: { path: string; message: string }[] = [];
  const foreign: string[] = [];
  for (const path of [...new Set([...last.keys(), ...next.keys()])].sort()) {
    const [base, theirs, mine] = [last.get(path), next.get(path), disk(path)];
    const change = (after: string | undefined) => {
      if (after !== mine) changes.push({ path, before: mine, after });
    };
    if (theirs === undefined) {
      // it is no longer needed
      if (mine === base) change(undefined);
      else if (mine !== undefined)
        conflicts.push({
          path,
          message: 'is no longer needed, and you have changed it: remove it, or keep it as your own',
        });
    } else if (base === undefined) {
      if (mine === undefined) change(theirs);
      else if (mine !== theirs) foreign.push(path);
    } else if (mine === undefined) {
      if (theirs !== base)
        conflicts.push({
          path,
          message: 'you have removed it, and it would be different now: it stays removed',
        });
    } else {
      const { text, conflicts: marked } = mergeText(base, mine, theirs);
      change(text);
      if (marked > 0)
        conflicts.push({
          path,
          message: `${marked === 1 ? 'one place was' : `${marked} places were`} changed on both sides: look for <<<<<<<`,
        });
      else if (mine !== base && isMarked(mine))
        conflicts.push({
          path,
          message: 'places that were changed on both sides are still marked: look for <<<<<<<',
        });
    }
  }
  return { changes, conflicts, foreign };
}
