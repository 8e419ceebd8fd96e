import { Undecided } from '../model/unknown.ts';

/**
 * What is certainly found in several places, whatever the others hold: one that cannot be told hides nothing in another.
 * @throws Undecided where nothing is found, and one place cannot be told
 */
export function foundIn<P, T>(places: readonly P[], read: (place: P) => readonly T[]): readonly T[] {
  const found: T[] = [];
  let doubt: Undecided | undefined;
  for (const place of places)
    try {
      found.push(...read(place));
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      doubt ??= error;
    }
  if (found.length === 0 && doubt) throw doubt;
  return found;
}

/** Those of several of which a test certainly holds. @throws Undecided where it holds of none, and one cannot be told */
export function certainOf<T>(items: readonly T[], test: (item: T) => boolean): readonly T[] {
  return foundIn(items, (item) => (test(item) ? [item] : []));
}
