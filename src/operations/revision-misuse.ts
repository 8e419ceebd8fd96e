import { RevisionError } from '../host/revision.ts';
import { UserError } from './options.ts';

/** What a user did wrong where git could not lay a revision out; any other error as it is. */
export function misuseOf(error: unknown, folder: string, revision: string): unknown {
  if (!(error instanceof RevisionError)) return error;
  const { cause, message } = error;
  if (cause === 'no-git')
    return new UserError(
      '--changed-since needs git, which is not on PATH',
      'install it, or leave the option out',
    );
  if (cause === 'no-repository') return new UserError(`git finds no repository at ${folder}`, message);
  if (cause === 'no-revision')
    return new UserError(
      `git knows no revision ${revision || '""'}`,
      'give a branch, tag or commit; in a shallow clone fetch it first (actions/checkout with fetch-depth: 0)',
    );
  return new UserError(`git cannot lay out ${revision} of ${folder}`, message);
}
