import type { Outcome } from '../report/assemble.ts';
import { judgeRepository } from './judge-repository.ts';
import type { Problems, VerifyOptions } from './options.ts';
import type { Settings } from './settings.ts';

/** Judges a folder, and keeps only what is new where a revision is given. @throws UserError */
export async function judgeAsAsked(
  folder: string,
  settings: Settings,
  options: VerifyOptions,
  problems: Problems,
): Promise<Outcome> {
  const outcome = await judgeRepository(folder, settings, options, problems);
  if (options.changedSince === undefined) return outcome;
  const { newSince } = await import('./new-since.ts');
  return newSince(folder, options.changedSince, settings, options, outcome);
}
