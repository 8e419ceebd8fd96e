import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { whileCopied } from './run-tool.ts';
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
 * say, and nothing that the repository's settings name is run: no hook, no filter, no network.
 * @throws RevisionError
 */
export function withRevision<T>(
  folder: string,
  revision: string,
  use: (then: Revision) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder('revision', async (place) => {
    const { commit, prefix, objects, index, format } = await revisionOf(folder, revision);
    const gitFolder = join(place, 'git');
    await git(['init', '--quiet', '--bare', '--template=', '--object-format', format, gitFolder]);
    mkdirSync(join(gitFolder, 'objects/info'), { recursive: true });
    writeFileSync(join(gitFolder, 'objects/info/alternates'), `${objects}\n`);
    const laidOut = join(place, 'tree');
    mkdirSync(laidOut);
    const run = (args: readonly string[], indexFile = join(place, 'index')) =>
      git(['--git-dir', gitFolder, '--work-tree', laidOut, ...args], {
        cwd: laidOut,
        env: { GIT_INDEX_FILE: indexFile, GIT_LFS_SKIP_SMUDGE: '1' },
      });
    const tree = `${commit}:${prefix.replace(/\/$/, '')}`;
    const existed = await run(['cat-file', '-e', tree]).then(
      () => true,
      () => false,
    );
    if (existed) {
      await run(['read-tree', tree]);
      await run(['checkout-index', '--all', '--quiet']);
    }
    const renames = ['-z', '-M', '--name-status', '--diff-filter=R', '--cached', commit];
    const moves = existsSync(index) ? await run(['diff-index', ...renames], index).catch(() => '') : '';
    const then = { commit, folder: laidOut, renamed: renamedBelow(prefix, moves) };
    return whileCopied(folder, () => use(then));
  });
}

/**
 * What is meant, found in the repository itself by commands that read commits only: all else is done with settings of
 * our own, as a repository's may name programs to run (hooks, filters, a file monitor).
 */
async function revisionOf(folder: string, revision: string) {
  const run = (args: readonly string[]) =>
    git(['-C', folder, '-c', 'core.fsmonitor=', '-c', 'protocol.allow=never', ...args]);
  const words = await run([
    'rev-parse',
    '--path-format=absolute',
    '--git-path',
    'objects',
    '--git-path',
    'index',
    '--show-object-format',
    '--show-prefix',
  ]).catch((error) => {
    throw error instanceof RevisionError && error.cause === 'failed'
      ? new RevisionError('no-repository', error.message)
      : error;
  });
  const [objects = '', index = '', format = '', prefix = ''] = words.split('\n');
  const named = await run(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]).catch(
    ({ message }: Error) => {
      throw new RevisionError('no-revision', message);
    },
  );
  // a shallow clone may not reach back to where the two parted
  const commit = (await run(['merge-base', named.trim(), 'HEAD']).catch(() => named)).trim();
  return { commit, prefix, objects, index, format };
}

/** Source: git-diff(1), RAW OUTPUT FORMAT with -z: status, old name and new name, each ended by NUL. */
function renamedBelow(prefix: string, moves: string): Map<string, string> {
  const words = moves.split('\0');
  const renamed = new Map<string, string>();
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [before, now] = [words[at + 1]!, words[at + 2]!];
    if (before.startsWith(prefix) && now.startsWith(prefix))
      renamed.set(before.slice(prefix.length), now.slice(prefix.length));
  }
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
