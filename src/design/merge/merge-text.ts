import { diff3Merge } from 'node-diff3';

export interface MergedText {
  readonly text: string;
  /** places where both sides changed the same lines; they are marked in the text */
  readonly conflicts: number;
}

const marks = { begin: '<<<<<<< yours', end: '>>>>>>> plinth design' };

/** Whether places of a text are marked that nobody has looked at yet. */
export function isMarked(text: string): boolean {
  return text.includes(`${marks.begin}\n`) && text.includes(`\n${marks.end}`);
}

/**
 * Merges what a person made of a text with what it would be written as now.
 * @param base what was written last
 */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { text: mine, conflicts: 0 };
  if (mine === base) return { text: theirs, conflicts: 0 };
  const [a, o, b] = [mine, base, theirs].map((text) => text.split('\n')) as [string[], string[], string[]];
  const lines: string[] = [];
  let conflicts = 0;
  for (const { ok, conflict } of diff3Merge(a, o, b, { excludeFalseConflicts: true })) {
    if (ok) lines.push(...ok);
    else if (conflict) {
      conflicts++;
      lines.push(
        marks.begin,
        ...conflict.a,
        '||||||| written last',
        ...conflict.o,
        '=======',
        ...conflict.b,
        marks.end,
      );
    }
  }
  return { text: lines.join('\n'), conflicts };
}
