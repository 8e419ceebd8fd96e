import { Undecided } from '../../../model/unknown.ts';

/**
 * What can be read, or nothing where it cannot be told: for what is looked at in search of a way, where a way that is found
 * holds whatever the others are.
 */
export function unlessUntold<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}
