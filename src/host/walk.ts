import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Problem } from '../model/problem.ts';
import { type Root, within } from './root.ts';
import { AbsentSubmodules } from './submodules.ts';

/** Folders that hold no code of the repository's own, or none that a person keeps. */
const leftOut = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.terraform',
  '.terragrunt-cache',
  '.venv',
  '__pycache__',
  '.plinth',
]);

/** Files and folders beyond this are taken for a mistake, such as a whole disk given as a repository. */
const mostEntries = 1_000_000;

export interface Walked {
  /** relative paths of files, sorted */
  readonly files: string[];
  /** what was seen and not looked into: folders, with a `/` at their end, and files */
  readonly passed: ReadonlySet<string>;
  /** symbolic links that cannot be followed to a file inside the root */
  readonly broken: readonly string[];
}

/**
 * Finds the files below a root. Symbolic links to folders are not followed (they would loop or lead out);
 * links to files count as files where they end inside the root.
 * @param includes whether a path is looked at; asked for folders (with a `/` at their end) and files
 */
export function walk(
  root: Root,
  report: (problem: Problem) => void,
  includes: (path: string) => boolean = () => true,
): Walked {
  const files: string[] = [];
  const passed = new Set<string>();
  const broken: string[] = [];
  const submodules = new AbsentSubmodules(root);
  const folders = [''];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const found = entriesOf(root, folder, report);
    entries += found.length;
    if (entries > mostEntries) {
      const message = `there are more than ${mostEntries} files and folders; the rest is not looked at: give a smaller folder, or exclude some`;
      report({ kind: 'limit', message, path: folder || '.' });
      break;
    }
    for (const entry of found) {
      const path = folder + entry.name;
      if (entry.isDirectory()) {
        const inside = `${path}/`;
        if (leftOut.has(entry.name) || isGoVendor(root, path) || !includes(inside)) passed.add(inside);
        else folders.push(inside);
      } else if (!includes(path)) passed.add(path);
      else if (entry.isFile()) files.push(path);
      else if (entry.isSymbolicLink()) {
        const target = follow(root, path, report, submodules);
        if (target === 'file') files.push(path);
        else if (target === 'folder') passed.add(`${path}/`);
        else broken.push(path);
      } else report({ kind: 'unreadable', message: 'this is no regular file and is not read', path });
    }
  }
  submodules.report(report);
  return { files: files.sort(), passed, broken };
}

/** Copies of other people's Go modules, which bring manifests for their own tests. Source: Go Modules Reference, Vendoring. */
function isGoVendor({ prefix }: Root, path: string): boolean {
  return /(?:^|\/)vendor$/.test(path) && existsSync(`${prefix}${path}/modules.txt`);
}

function entriesOf(root: Root, folder: string, report: (problem: Problem) => void): Dirent[] {
  try {
    return readdirSync(root.prefix + folder, { withFileTypes: true });
  } catch (error) {
    const message = `the folder cannot be opened: ${reasonOf(error)}`;
    report({ kind: 'unreadable', message, path: folder.slice(0, -1) || '.' });
    return [];
  }
}

/** What a symbolic link leads to inside the root; where that is nothing, the reason is reported. */
function follow(
  root: Root,
  path: string,
  report: (problem: Problem) => void,
  submodules: AbsentSubmodules,
): 'file' | 'folder' | undefined {
  try {
    const target = realpathSync(root.prefix + path);
    const found = within(root, target) ? statSync(target) : undefined;
    if (found?.isFile()) return 'file';
    if (found?.isDirectory()) return 'folder';
    const message = found
      ? 'the symbolic link leads to no regular file and is not read'
      : 'the symbolic link leads out of the repository: nothing outside of it is read';
    report({ kind: found ? 'unreadable' : 'invalid', message, path });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && submodules.take(path)) return undefined;
    const message = `the symbolic link cannot be followed: ${reasonOf(error)}`;
    report({ kind: 'unreadable', message, path });
  }
  return undefined;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'check its permissions',
  EPERM: 'check its permissions',
  ELOOP: 'it leads back to itself',
  ENAMETOOLONG: 'its path is too long',
  ENOENT: 'there is nothing of this name; it may have been removed, or the name is no UTF-8',
};

/** Why a file or folder cannot be opened, and what to do, from the code of the system's error. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? `the system says ${code}`;
}
