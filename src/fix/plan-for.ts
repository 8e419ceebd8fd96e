import type { SourceFile } from '../model/source-file.ts';
import { syntaxOf } from '../syntax/file-syntax.ts';
import type { Refused } from './change.ts';
import { DockerfilePlan } from './dockerfile-plan.ts';
import { HclPlan } from './hcl/hcl-plan.ts';
import type { Plan } from './plan.ts';
import { YamlPlan } from './yaml/yaml-plan.ts';

/** Begins a plan in the syntax of a file. */
export function planFor(file: SourceFile): Plan<unknown> | Refused {
  switch (syntaxOf(file.path)) {
    case 'yaml':
      return new YamlPlan(file, false);
    case 'hcl':
      return new HclPlan(file);
    case 'json':
      return new YamlPlan(file, true);
    case 'dockerfile':
      return new DockerfilePlan(file);
    default:
      return { refused: `files such as ${file.path} are not edited` };
  }
}
