import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Lays a folder of a git repository out as it was at a revision, in a temporary place, for the time of one call.
 * @throws Error with git's words where the revision or the repository does not exist
 */
export async function withRevision<T>(
  folder: string,
  revision: string,
  use: (laidOut: string) => Promise<T>,
): Promise<T> {
  if (revision.startsWith('-')) throw new Error(`${revision} is not a revision`);
  const place = mkdtempSync(join(tmpdir(), 'plinth-revision-'));
  try {
    const archive = join(place, 'revision.tar');
    await execute('git', ['-C', folder, 'archive', '--format=tar', '-o', archive, revision, '.']);
    const tree = join(place, 'tree');
    mkdirSync(tree);
    await execute('tar', ['-xf', archive, '-C', tree]);
    return await use(tree);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
