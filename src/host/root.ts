import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** The folder that nothing is read outside of. */
export interface Root {
  /** absolute, without symbolic links */
  readonly folder: string;
  /** the same with a separator at its end, to put a relative path behind */
  readonly prefix: string;
}

/** @throws the system's error where there is no such folder */
export function rootAt(folder: string): Root {
  const real = realpathSync(folder);
  return { folder: real, prefix: real.endsWith(sep) ? real : real + sep };
}

/** Whether an absolute path is that of the root or of something in it, as far as its text tells. */
export function within({ folder, prefix }: Root, path: string): boolean {
  return path === folder || path.startsWith(prefix);
}

/**
 * Where a relative path leads, symbolic links followed; `undefined` where it climbs out of the root.
 * @throws the system's error where there is nothing
 */
export function locate(root: Root, path: string): string | undefined {
  const full = resolve(root.folder, path);
  if (!within(root, full)) return undefined;
  const real = realpathSync(full);
  return within(root, real) ? real : undefined;
}
