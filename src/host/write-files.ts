import {
  accessSync,
  chmodSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Writes a file whole or not at all: beside it first, then in its place. A symbolic link stays one, and so do rights;
 * what is no regular file (`/dev/stdout`, a pipe) is written into.
 */
export function writeWhole(path: string, text: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isFile()) {
    writeFileSync(path, text);
    return;
  }
  const target = found ? realpathSync(path) : resolve(path);
  const draft = `${target}.plinth-${process.pid}`;
  try {
    writeFileSync(draft, text);
    if (found) chmodSync(draft, found.mode);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Whether a file could be written, asked before any work is done for it. */
export function mayWrite(path: string): boolean {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) return false;
    if (found) accessSync(path, constants.W_OK);
    if (!found || found.isFile()) accessSync(dirname(resolve(path)), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
