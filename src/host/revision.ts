import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withTemporaryFolder } from './temporary-folder.ts';

/** A folder of a git repository as it was. */
export interface Revision {
  /** the commit that it was in, hexadecimal */
  readonly commit: string;
  /** where it is laid out; empty where the folder did not exist then */
  readonly folder: string;
  /** files that were moved since: what they are called now by what they were called then */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Why git could not lay a revision out. */
export class RevisionError extends Error {
  constructor(
    override readonly cause: 'no-git' | 'no-repository' | 'no-revision' | 'failed',
    /** git's own words */
    message: string,
  ) {
    super(message);
  }
}

/**
 * Lays a folder out as it was where the present state branched off a revision (the revision itself where it is an
 * ancestor), in a temporary place, for the time of one call. Git attributes that leave files out of archives have no
 * say, and neither hooks nor network are used.
 * @throws RevisionError
 */
export function withRevision<T>(
  folder: string,
  revision: string,
  use: (then: Revision) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder('revision', async (place) => {
    const run = (args: readonly string[]) => git(['-C', folder, ...args]);
    const words = await run(['rev-parse', '--absolute-git-dir', '--show-prefix']).catch((error) => {
      throw error instanceof RevisionError && error.cause === 'failed'
        ? new RevisionError('no-repository', error.message)
        : error;
    });
    const [gitFolder = '', prefix = ''] = words.split('\n');
    const commit = await run(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]).catch(
      ({ message }: Error) => {
        throw new RevisionError('no-revision', message);
      },
    );
    // a shallow clone may not reach back to where the two parted
    const base = (await run(['merge-base', commit.trim(), 'HEAD']).catch(() => commit)).trim();
    const tree = `${base}:${prefix.replace(/\/$/, '')}`;
    const laidOut = join(place, 'tree');
    mkdirSync(laidOut);
    const existed = await run(['cat-file', '-e', tree]).then(
      () => true,
      () => false,
    );
    if (existed) {
      const env = { GIT_INDEX_FILE: join(place, 'index'), GIT_LFS_SKIP_SMUDGE: '1' };
      const there = ['--git-dir', gitFolder, '--work-tree', laidOut];
      await git([...there, 'read-tree', tree], { cwd: laidOut, env });
      await git([...there, 'checkout-index', '--all', '--quiet'], { cwd: laidOut, env });
    }
    const moves = await run([
      'diff',
      '--name-status',
      '-z',
      '-M',
      '--diff-filter=R',
      '--relative',
      '--no-ext-diff',
      base,
    ]);
    return use({ commit: base, folder: laidOut, renamed: renamedIn(moves) });
  });
}

/** Source: git-diff(1), RAW OUTPUT FORMAT with -z: status, old name and new name, each ended by NUL. */
function renamedIn(moves: string): Map<string, string> {
  const words = moves.split('\0');
  const renamed = new Map<string, string>();
  for (let at = 0; at + 2 < words.length; at += 3) renamed.set(words[at + 1]!, words[at + 2]!);
  return renamed;
}

const execute = promisify(execFile);
const largestOutput = 64 * 1024 * 1024;

async function git(
  args: readonly string[],
  { cwd, env }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  try {
    const { stdout } = await execute('git', args, {
      ...(cwd ? { cwd } : {}),
      env: { ...process.env, ...env },
      maxBuffer: largestOutput,
    });
    return stdout;
  } catch (error) {
    const { code, stderr, message } = error as Error & { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new RevisionError('no-git', 'git is not on PATH');
    throw new RevisionError('failed', (stderr || message).trim());
  }
}
