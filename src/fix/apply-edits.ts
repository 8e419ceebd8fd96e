import type { Edit } from '../model/edit.ts';
import type { SourceFile } from '../model/source-file.ts';
import { type Change, fileOf, type Refused, resolveEdit } from './change.ts';
import { planFor } from './plan-for.ts';

/**
 * Carries out the edits of one file, all or none. Everything that they do not speak of stays as it is, comments and
 * line ends included.
 * @returns the new text, or why nothing was done
 */
export function applyEdits(file: SourceFile, edits: readonly Edit[]): { readonly text: string } | Refused {
  const changes: Change[] = [];
  for (const edit of edits) {
    const resolved = resolveEdit(edit);
    if ('refused' in resolved) return resolved;
    changes.push(...resolved);
  }
  const elsewhere = changes.find((change) => fileOf(change).path !== file.path);
  if (elsewhere) return { refused: `it is to be changed in ${fileOf(elsewhere).path}` };
  const plan = planFor(file);
  if ('refused' in plan) return plan;
  const refused = plan.add(changes);
  return refused === undefined ? plan.finish() : { refused };
}
