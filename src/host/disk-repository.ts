import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Repository } from '../model/repository.ts';
import { SourceFile } from '../model/source-file.ts';
import { runTool } from './run-tool.ts';

/** Larger files are generated data, not code that a person keeps: 16 MiB. */
const largestFile = 16 * 1024 * 1024;
/** Folders that hold no code of the repository: version control, dependencies, caches. */
const dependencies = new Set([
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

export interface DiskOptions {
  /** whether a path (relative, `/`) is looked at; asked for folders (with a trailing `/`) and files */
  readonly includes?: (path: string) => boolean;
}

/**
 * A repository on disk. Symbolic links to folders are not followed (they would loop or lead out);
 * links to files are read when they end inside the root.
 */
export function openRepository(
  folder: string,
  report: (problem: Problem) => void,
  options: DiskOptions = {},
): Repository {
  const root = realpathSync(folder);
  const texts = new Map<string, SourceFile | undefined>();
  const paths = walk(root, report, options.includes);
  const walked = new Set(paths);
  return {
    root,
    paths,
    read(path) {
      if (!texts.has(path)) texts.set(path, readText(root, path, walked.has(path), report));
      return texts.get(path);
    },
    list: (path) => listFiles(root, path),
    has: (path) => inside(root, path) && existsSync(join(root, path)),
    run: (tool, args, limits) => runTool(tool, args, { cwd: root, seconds: limits.seconds }),
    report,
  };
}

/** One file of a folder, before the folder is opened as a repository; `undefined` where it is missing or cannot be read, which is reported. */
export function readFileIn(
  folder: string,
  path: string,
  report: (problem: Problem) => void,
): SourceFile | undefined {
  return existsSync(join(folder, path)) ? readText(realpathSync(folder), path, false, report) : undefined;
}

function walk(
  root: string,
  report: (problem: Problem) => void,
  includes: (path: string) => boolean = () => true,
): string[] {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: ReturnType<typeof list>;
    try {
      entries = list(join(root, folder));
    } catch {
      report({
        kind: 'unreadable',
        message: 'the folder cannot be opened: check its permissions',
        path: folder || '.',
      });
      continue;
    }
    for (const entry of entries) {
      const path = folder + entry.name;
      if (entry.isDirectory()) {
        if (!dependencies.has(entry.name) && includes(`${path}/`)) folders.push(`${path}/`);
      } else if ((entry.isFile() || (entry.isSymbolicLink() && leadsToFile(root, path))) && includes(path))
        found.push(path);
    }
  }
  return found.sort();
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

function leadsToFile(root: string, path: string): boolean {
  try {
    const target = realpathSync(join(root, path));
    return target.startsWith(root + sep) && statSync(target).isFile();
  } catch {
    return false;
  }
}

function inside(root: string, path: string): boolean {
  const full = resolve(root, path);
  return full === root || full.startsWith(root + sep);
}

function readText(
  root: string,
  path: string,
  walked: boolean,
  report: (problem: Problem) => void,
): SourceFile | undefined {
  const refuse = (kind: Problem['kind'], message: string) => {
    report({ kind, message, path });
    return undefined;
  };
  if (!inside(root, path))
    return refuse('invalid', 'the path leads out of the repository: nothing outside of it is read');
  let bytes: Buffer;
  try {
    const full = join(root, path);
    // what was not found by walking may lead out through a link on the way
    if (!walked && !realpathSync(full).startsWith(root + sep))
      return refuse('invalid', 'the path leads out of the repository through a symbolic link');
    const { size } = statSync(full);
    if (size > largestFile)
      return refuse(
        'limit',
        `the file has ${Math.round(size / 1024 / 1024)} MiB and the largest that is read is ${largestFile / 1024 / 1024} MiB: exclude it, or split it`,
      );
    bytes = readFileSync(full);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return undefined;
    return refuse(
      'unreadable',
      code === 'EACCES'
        ? 'the file cannot be opened: check its permissions'
        : `the file cannot be opened (${code})`,
    );
  }
  if (!isUtf8(bytes))
    return refuse('unreadable', 'the file is not UTF-8 text: save it as UTF-8, or exclude it');
  const text = bytes.toString('utf8');
  if (text.includes('\0')) return refuse('unreadable', 'the file is binary: exclude it');
  return new SourceFile(path, text);
}

function listFiles(root: string, path: string): string[] {
  if (!inside(root, path)) return [];
  try {
    const full = realpathSync(join(root, path));
    if (full !== root && !full.startsWith(root + sep)) return [];
    return list(full)
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
