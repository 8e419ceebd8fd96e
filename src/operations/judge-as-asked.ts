import type { Outcome } from '../report/assemble.ts';
import { judgeRepository } from './judge-repository.ts';
import type { Problems, VerifyOptions } from './options.ts';
import type { Settings } from './settings.ts';

/**
 * Judges a folder, and keeps only what is new where a revision is given.
 * @returns with what is to be said about it, which no report holds
 * @throws UserError
 */
export async function judgeAsAsked(
  folder: string,
  settings: Settings,
  options: VerifyOptions,
  problems: Problems,
): Promise<{ readonly outcome: Outcome; readonly notes: string }> {
  const outcome = await judgeRepository(folder, settings, options, problems);
  if (options.changedSince === undefined) return { outcome, notes: '' };
  const { newSince } = await import('./new-since.ts');
  return newSince(folder, options.changedSince, settings, options, outcome);
}
