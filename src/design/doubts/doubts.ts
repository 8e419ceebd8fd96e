import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import { problemAt } from '../../config/validate.ts';
import type { Environment } from '../environment.ts';
import { doubtfulCalls } from './calls.ts';
import { doubtfulConnections } from './connections.ts';
import { doubtfulData } from './data.ts';
import { doubtfulEnvironments } from './environments.ts';
import { fieldsWithoutEffect } from './fields.ts';
import { doubtfulObjectives } from './objectives.ts';
import { unusedParts } from './unused.ts';

/**
 * What can be had as it was asked for, and is hardly what anybody wants: told, and not refused.
 * @param environments as they were resolved, production last
 */
export function doubtsOf(blueprint: Blueprint, environments: readonly Environment[]): readonly string[] {
  const all: readonly Complaint[] = [
    ...doubtfulData(blueprint),
    ...doubtfulObjectives(blueprint),
    ...doubtfulConnections(blueprint, environments),
    ...doubtfulCalls(blueprint),
    ...doubtfulEnvironments(blueprint),
    ...unusedParts(blueprint),
    ...fieldsWithoutEffect(
      blueprint,
      environments.some(({ cluster }) => cluster),
    ),
  ];
  return all.map(({ path, message }) => {
    const { file, start } = problemAt(blueprint.source, path, message);
    // wherever the blueprint is read from
    return `${file!.path.split('/').at(-1)}:${file!.lineAt(start ?? 0)}: ${message}`;
  });
}

/** A note without the place in the blueprint that it begins with, where it has one: lines move with every change. */
export function withoutPlace(note: string): string {
  return note.replace(/^\S+:\d+: /, '');
}
