import type { Architecture } from './architecture.ts';
import { documents, writeDocuments } from './documents/target.ts';
import { gitops } from './gitops/target.ts';
import { kubernetes } from './kubernetes/target.ts';
import { observability } from './observability/target.ts';
import { pipeline } from './pipeline/target.ts';
import { policy } from './policy/target.ts';
import { FileSet, type Files, type Target } from './target.ts';
import { terraform } from './terraform/target.ts';

/** Every target there is. */
export const targets: readonly Target[] = [
  terraform,
  kubernetes,
  gitops,
  pipeline,
  observability,
  policy,
  documents,
];

/** All files of a platform, in the order of their paths. */
export function writeAll(architecture: Architecture): Files {
  const all = new FileSet();
  // documents tell of what the others wrote, and come last: nothing is written twice for them
  for (const target of targets)
    all.addAll(target === documents ? writeDocuments(architecture, all.files) : target.write(architecture));
  return all.files;
}
