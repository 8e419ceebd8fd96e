import { accessSync, constants, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Writes a file whole or not at all: beside it first, then in its place. */
export function writeWhole(path: string, text: string): void {
  const target = resolve(path);
  const draft = `${target}.plinth-${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, target);
}

/** Throws before any work is done where a file could not be written in the end. */
export function allowWriting(path: string): void {
  accessSync(dirname(resolve(path)), constants.W_OK);
}
