import { renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Writes a file whole or not at all: beside it first, then in its place. */
export function writeWhole(path: string, text: string): void {
  const target = resolve(path);
  const draft = `${target}.plinth-${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, target);
}
