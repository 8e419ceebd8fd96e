import { join } from 'node:path';
import { readGuidelines } from '../blueprint/guidelines.ts';
import { loadBlueprint } from '../blueprint/load-blueprint.ts';
import { architect } from '../design/architect.ts';
import type { Architecture } from '../design/architecture.ts';
import { readFileIn } from '../host/disk-repository.ts';
import { kindOf } from '../host/given-file.ts';
import { findGuidelines } from '../host/guideline-files.ts';
import type { Node } from '../model/node.ts';
import type { Problem } from '../model/problem.ts';
import { UserError } from './options.ts';

/** An architecture with the document that it was decided from, or why there is none. */
export interface DecidedBlueprint {
  readonly architecture?: Architecture;
  readonly source?: Node;
  readonly problems: readonly Problem[];
}

/** The blueprint at a path: itself, or that of a folder. @throws UserError */
export function blueprintAt(given: string): string {
  const kind = kindOf(given);
  const path = kind === 'folder' ? join(given, 'plinth.yaml') : given;
  if (kindOf(path) === 'file') return path;
  throw new UserError(`there is no blueprint ${path}`, '`plinth init` writes one');
}

/**
 * Decides what a blueprint leaves open, and writes nothing.
 * @param home where the user's own guideline files are looked for; his home where absent, nowhere where `null`
 */
export function decide(folder: string, name: string, home?: string | null): DecidedBlueprint {
  const unreadable: Problem[] = [];
  const file = readFileIn(folder, name, (problem) => unreadable.push(problem));
  if (!file) return { problems: unreadable };
  const guidance = readGuidelines(findGuidelines(folder, home === null ? undefined : home));
  const { blueprint, problems } = loadBlueprint(file, (path) => readFileIn(folder, path, () => {}), guidance);
  return blueprint ? { ...architect(blueprint, guidance), source: blueprint.source } : { problems };
}
