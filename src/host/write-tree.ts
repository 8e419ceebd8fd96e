import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { within } from './root.ts';

/** A file that is to hold a text, or is to be gone. */
export interface TreeChange {
  readonly path: string;
  /** still being made, while those before it are laid out; `undefined`: it is removed */
  readonly text: string | Promise<string> | undefined;
}

/**
 * Makes all changes below a folder, or none: texts are laid beside first, then moved into place; what fails in
 * between is undone. Folders that become empty are removed.
 * @throws the system's error; everything is then as it was
 */
export async function writeTree(folder: string, changes: readonly TreeChange[]): Promise<void> {
  if (changes.length === 0) return;
  mkdirSync(folder, { recursive: true });
  const root = realpathSync(folder);
  const stage = mkdtempSync(join(root, '.plinth-stage-'));
  const undo: (() => void)[] = [];
  const made = new Set<string>();
  try {
    for (const [at, { text }] of changes.entries())
      if (text !== undefined) writeFileSync(join(stage, `new-${at}`), await text);
    changes.forEach(({ path, text }, at) => {
      const target = join(root, path);
      const parent = dirname(target);
      if (!made.has(parent)) refuseToLeave(root, path);
      const found = lstatSync(target, { throwIfNoEntry: false });
      if (found && !found.isFile()) throw new Error(`${path} is no regular file`);
      const old = join(stage, `old-${at}`);
      if (found) {
        if (text !== undefined) chmodSync(join(stage, `new-${at}`), found.mode);
        renameSync(target, old);
        undo.push(() => renameSync(old, target));
      }
      if (text === undefined) return;
      if (!made.has(parent)) undo.push(...makeFolders(parent));
      made.add(parent);
      renameSync(join(stage, `new-${at}`), target);
      undo.push(() => rmSync(target, { force: true }));
    });
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  for (const { path, text } of changes) if (text === undefined) removeEmpty(root, dirname(join(root, path)));
}

/** Symbolic links must not lead what is written out of the folder. */
function refuseToLeave(root: string, path: string): void {
  const given = { folder: root, prefix: root.endsWith('/') ? root : `${root}/` };
  const target = join(root, path);
  let parent = dirname(target);
  while (!existsSync(parent)) parent = dirname(parent);
  if (!within(given, target) || !within(given, realpathSync(parent)))
    throw new Error(`${path} leads out of ${root}`);
}

/** @returns how to undo it, in the order of making */
function makeFolders(folder: string): (() => void)[] {
  if (existsSync(folder)) return [];
  const before = makeFolders(dirname(folder));
  mkdirSync(folder);
  return [...before, () => rmdirSync(folder)];
}

function removeEmpty(root: string, folder: string): void {
  for (let at = folder; at.length > root.length; at = dirname(at))
    try {
      rmdirSync(at);
    } catch {
      return;
    }
}
