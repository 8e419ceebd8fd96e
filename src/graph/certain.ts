import { Undecided } from '../model/unknown.ts';

/**
 * Those of several of which a test certainly holds, whatever the others are: one that cannot be told hides no other.
 * @throws Undecided where it holds of none, and one cannot be told
 */
export function certainOf<T>(items: readonly T[], test: (item: T) => boolean): readonly T[] {
  const found: T[] = [];
  let doubt: Undecided | undefined;
  for (const item of items)
    try {
      if (test(item)) found.push(item);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      doubt ??= error;
    }
  if (found.length === 0 && doubt) throw doubt;
  return found;
}
