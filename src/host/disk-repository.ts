import { existsSync, readdirSync, statSync } from 'node:fs';
import type { Problem } from '../model/problem.ts';
import type { Repository } from '../model/repository.ts';
import { SourceFile } from '../model/source-file.ts';
import { readText } from './read-text.ts';
import { locate, type Root, rootAt } from './root.ts';
import { runTool } from './run-tool.ts';
import { reasonOf, type Walked, walk } from './walk.ts';

/**
 * Texts together may be this large: 256 MiB. Trees of them take about ten times as much memory, and a repository of
 * 100,000 resources has about 100 MiB.
 */
const largestTotal = 256 * 1024 * 1024;

export interface DiskOptions {
  /** whether a path (relative, `/`) is looked at; asked for folders (with a trailing `/`) and files */
  readonly includes?: (path: string) => boolean;
}

/** A repository on disk, as its files lie when it is opened. @throws the system's error where there is no such folder */
export function openRepository(
  folder: string,
  report: (problem: Problem) => void,
  options: DiskOptions = {},
): Repository {
  const root = rootAt(folder);
  const walked = walk(root, report, options.includes);
  const files = new Set(walked.files);
  const texts = new Map<string, SourceFile | undefined>();
  let total = 0;

  const load = (path: string): SourceFile | undefined => {
    const full = files.has(path)
      ? root.prefix + path
      : mayBeThere(walked, path)
        ? locateForReading(root, path, report)
        : undefined;
    if (full === undefined) return undefined;
    const read = readText(full);
    if ('refusal' in read) {
      report({ ...read.refusal, path });
      return undefined;
    }
    if (total + read.bytes > largestTotal) {
      const message = `the texts read so far have ${largestTotal / 1024 / 1024} MiB together, and no more is read: exclude what is no infrastructure, or verify parts of the repository`;
      report({ kind: 'limit', message, path });
      return undefined;
    }
    total += read.bytes;
    return new SourceFile(path, read.text);
  };

  return {
    root: root.folder,
    paths: walked.files,
    unseen: [...walked.broken, ...[...walked.passed].filter((path) => !path.endsWith('/'))],
    read(path) {
      let file = texts.get(path);
      if (file === undefined && !texts.has(path)) {
        file = load(path);
        texts.set(path, file);
      }
      return file;
    },
    list: (path) => listFiles(root, path),
    has: (path) => files.has(path) || (mayBeThere(walked, path) && isFile(root, path)),
    forget(path) {
      const file = texts.get(path);
      if (!file) return;
      // a text has no fewer bytes than characters, so the total never falls below what is held
      total -= file.text.length;
      texts.delete(path);
    },
    run: (tool, args, limits) => runTool(tool, args, { cwd: root.folder, seconds: limits.seconds }),
    report,
  };
}

/** One file of a folder, before the folder is opened as a repository; `undefined` where it is missing or cannot be read, which is reported. */
export function readFileIn(
  folder: string,
  path: string,
  report: (problem: Problem) => void,
): SourceFile | undefined {
  if (!existsSync(folder)) return undefined;
  const full = locateForReading(rootAt(folder), path, report);
  if (full === undefined) return undefined;
  const read = readText(full);
  if ('text' in read) return new SourceFile(path, read.text);
  report({ ...read.refusal, path });
  return undefined;
}

/** Whether something that walking did not find may exist all the same: it was passed over, or lies in what was. */
function mayBeThere({ passed }: Walked, path: string): boolean {
  // not as walking writes it: where it leads, the disk tells
  if (path.startsWith('/') || path.includes('./') || path.includes('//')) return true;
  if (passed.size === 0) return false;
  if (passed.has(path)) return true;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
    if (passed.has(path.slice(0, at + 1))) return true;
  return false;
}

function locateForReading(root: Root, path: string, report: (problem: Problem) => void): string | undefined {
  try {
    const full = locate(root, path);
    if (full === undefined) {
      const message = 'the path leads out of the repository: nothing outside of it is read';
      report({ kind: 'invalid', message, path });
    }
    return full;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      report({ kind: 'unreadable', message: `the file cannot be opened: ${reasonOf(error)}`, path });
    return undefined;
  }
}

function isFile(root: Root, path: string): boolean {
  try {
    const full = locate(root, path);
    return full !== undefined && statSync(full).isFile();
  } catch {
    return false;
  }
}

function listFiles(root: Root, path: string): string[] {
  try {
    const full = locate(root, path);
    if (full === undefined) return [];
    return readdirSync(full, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
