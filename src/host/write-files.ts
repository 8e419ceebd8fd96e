import { accessSync, constants, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Writes a file whole or not at all: beside it first, then in its place. */
export function writeWhole(path: string, text: string): void {
  const target = resolve(path);
  const draft = `${target}.plinth-${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, target);
}

/** Whether a file could be written, asked before any work is done for it. */
export function mayWrite(path: string): boolean {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
