import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { SourceFile } from '../model/source-file.ts';
import { readText } from './read-text.ts';

/** What is at a path that a user gives. */
export function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

/**
 * A file that a user gives beside a folder, as seen from that folder (`../shared/plinth.config.yaml`): looked for from
 * where the user stands, then from the folder.
 * @returns `undefined` where it is at neither
 */
export function givenFile(folder: string, path: string): string | undefined {
  if (existsSync(path)) return seenFrom(folder, realpathSync(path));
  return existsSync(join(folder, path)) ? path : undefined;
}

/** A path from where the user stands, as seen from a folder; there need be nothing. */
export function seenFrom(folder: string, path: string): string {
  return relative(realpathSync(folder), resolve(path)).replaceAll('\\', '/');
}

/**
 * What stands before the paths of a folder's files, so that they can be opened from where the user stands: what leads
 * there, or the folder as it was given where it lies elsewhere.
 */
export function prefixOf(folder: string): string {
  const path = relative('.', folder).replaceAll('\\', '/');
  return leadsOut(path) ? folder : path;
}

/** Whether a path that is seen from a folder leads out of it. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../') || /^([A-Za-z]:)?\//.test(path);
}

/** The text of a file that the user named, which may be outside of the folder that its path is relative to. */
export function readGivenFile(
  folder: string,
  path: string,
  report: (problem: Problem) => void,
): SourceFile | undefined {
  const read = readText(resolve(folder, path));
  if ('text' in read) return new SourceFile(path, read.text);
  report({ ...read.refusal, path });
  return undefined;
}
