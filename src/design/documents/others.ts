import type { Architecture } from '../architecture.ts';
import { gitops } from '../gitops/target.ts';
import { kubernetes } from '../kubernetes/target.ts';
import { observability } from '../observability/target.ts';
import { pipeline } from '../pipeline/target.ts';
import { policy } from '../policy/target.ts';
import { FileSet, type Files } from '../target.ts';
import { terraform } from '../terraform/target.ts';

/** What all other targets write, for whoever has not kept it. */
export function writeOthers(architecture: Architecture): Files {
  const all = new FileSet();
  for (const target of [terraform, kubernetes, gitops, pipeline, observability, policy])
    all.addAll(target.write(architecture));
  return all.files;
}
