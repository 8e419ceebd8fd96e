import { Undecided } from '../../../model/unknown.ts';

/**
 * What can be read, or nothing where it cannot be told: for what is looked at in search of a way, where a way that is found
 * holds whatever the others are.
 * @param matters thrown on where this is what cannot be told
 */
export function unlessUntold<T>(read: () => T, matters?: Undecided): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Undecided && error !== matters) return undefined;
    throw error;
  }
}
