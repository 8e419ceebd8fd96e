import { basename, dirname, join } from 'node:path';
import { documentPaths } from '../design/documents/about.ts';
import { type Change, type MergedFiles, mergeFiles } from '../design/merge/merge-files.ts';
import {
  attributesPath,
  readRecord,
  recordAttributes,
  recordPath,
  sameFiles,
  writeRecord,
} from '../design/merge/record.ts';
import type { Files } from '../design/target.ts';
import { labelClashes } from '../design/terraform/label-clashes.ts';
import { writeAll } from '../design/write-all.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import { readFileIn } from '../host/disk-repository.ts';
import { kindOf } from '../host/given-file.ts';
import { uninterrupted } from '../host/uninterrupted.ts';
import { writeTree } from '../host/write-tree.ts';
import { blueprintAt, decide } from './decide.ts';
import { type Printed, UserError } from './options.ts';
import { tellDesigned, tellWrong } from './tell-design.ts';

export interface DesignOptions {
  /** where the files go; the folder of the blueprint where absent */
  readonly out?: string;
  /** print the changes and write nothing */
  readonly dryRun: boolean;
  /** where the user's own guideline files are looked for; his home where absent, nowhere where `null` */
  readonly home?: string | null;
}

/**
 * Writes a platform from a blueprint, merged with what people changed since it was written last.
 * @param given the blueprint, or the folder that it is in
 * @returns with `dryRun` a unified diff, otherwise what was done; the code is 2 where the blueprint is wrong, 1 where
 * there are conflicts
 * @throws UserError where there is no blueprint, or something stands where files are to go
 */
export async function design(given: string, options: DesignOptions): Promise<Printed> {
  const path = blueprintAt(given);
  const folder = dirname(path);
  const { architecture, source, problems } = decide(folder, basename(path), options.home);
  if (!architecture) return { out: '', notes: tellWrong(problems, folder), code: 2 };
  const written = writeAll(architecture);
  const clashes = labelClashes(written, source!);
  if (clashes.length > 0) return { out: '', notes: tellWrong(clashes, folder), code: 2 };
  const out = options.out ?? folder;
  const { last, disk } = readOut(out);
  const { files: next, kept } = leaveOwn(written, last, disk);
  const merged = mergeFiles(last, next, (file) => disk(file)?.replaceAll('\r\n', '\n'));
  refuseForeign(merged, out, isThere(join(out, recordPath)) ? undefined : next, disk);
  const code = merged.conflicts.length > 0 ? 1 : 0;
  const { dryRun } = options;
  const notes = tellDesigned({ architecture, files: next, last, merged, dryRun, kept });
  if (dryRun) return { out: await diffOf(merged.changes), notes, code };
  await write(out, merged.changes, { last, next }, disk);
  return { out: '', notes, code };
}

function readOut(out: string): { last: Files; disk: (path: string) => string | undefined } {
  const kind = kindOf(out);
  if (kind === 'file') throw new UserError(`${out} is a file`, 'give a folder to --out');
  const disk = (path: string): string | undefined => {
    if (kind === 'nothing' || !isThere(join(out, path))) return undefined;
    const read = readFileIn(out, path, ({ message }) => {
      throw new UserError(`${join(out, path)}: ${message}`, 'nothing was written: move it away');
    });
    if (read) return read.text;
    throw new UserError(`${join(out, path)} is no file of this folder`, 'nothing was written: move it away');
  };
  const record = disk(recordPath);
  const last = record === undefined ? new Map<string, string>() : readRecord(record.replaceAll('\r\n', '\n'));
  if (last) return { last, disk };
  throw new UserError(
    `${join(out, recordPath)} cannot be read, and without it your changes cannot be told from what was written`,
    'take it from a commit; where git could not merge it, take either side',
  );
}

/** What stands in the way of a path is told when it is written. */
function isThere(path: string): boolean {
  try {
    return kindOf(path) !== 'nothing';
  } catch {
    return false;
  }
}

/** Some files a repository mostly has already: they stay its own, and what ours would say is told. */
function leaveOwn(
  files: Files,
  last: Files,
  disk: (path: string) => string | undefined,
): { readonly files: Files; readonly kept: readonly string[] } {
  const { readme, index } = documentPaths;
  const theirs = new Map(
    [readme, attributesPath].flatMap((path) => {
      const text = disk(path)?.replaceAll('\r\n', '\n');
      return last.has(path) || text === undefined || text === files.get(path) ? [] : [[path, text] as const];
    }),
  );
  const attributes = theirs.get(attributesPath);
  return {
    files: new Map([...files].filter(([path]) => !theirs.has(path))),
    kept: [
      ...(theirs.has(readme) ? [`${readme} is yours and stays: link ${index} from it`] : []),
      ...(attributes !== undefined && !attributes.includes(recordPath)
        ? [
            `${attributesPath} is yours and stays: add the line "${recordAttributes}" to it, so that reviews leave that out`,
          ]
        : []),
    ],
  };
}

/** @param next what would be written, where there is no record of what was */
function refuseForeign(
  { foreign }: MergedFiles,
  out: string,
  next: Files | undefined,
  disk: (path: string) => string | undefined,
): void {
  if (foreign.length === 0) return;
  const more = foreign.length > 5 ? ` and ${foreign.length - 5} more` : '';
  const ours = [...(next ?? [])].some(([path, text]) => path.includes('/') && disk(path) === text);
  throw new UserError(
    `${foreign.slice(0, 5).join(', ')}${more} in ${out}: there already, and not written by Plinth`,
    ours
      ? `nothing was written: other files are those of Plinth, and ${recordPath}, which tells your changes from what was written, is gone: take it from a commit`
      : 'nothing was written: move what is there, or choose another folder with --out',
  );
}

function diffOf(changes: readonly Change[]): Promise<string> {
  return Promise.all(
    changes.map(({ path, before, after }) => unifiedDiff(path, before ?? '', after ?? '')),
  ).then((diffs) => diffs.join(''));
}

async function write(
  out: string,
  changes: readonly Change[],
  { last, next }: { readonly last: Files; readonly next: Files },
  disk: (path: string) => string | undefined,
): Promise<void> {
  const texts = changes.map(({ path, after }) => ({
    path,
    // a checkout with the line ends of Windows keeps them
    text: disk(path)?.includes('\r\n') ? after?.replaceAll('\n', '\r\n') : after,
  }));
  const record = sameFiles(last, next) ? [] : [{ path: recordPath, text: writeRecord(next) }];
  try {
    await uninterrupted(() => writeTree(out, [...texts, ...record]));
  } catch (error) {
    throw new UserError(
      `nothing was written: ${(error as Error).message}`,
      'check the permissions of the folder',
    );
  }
}
