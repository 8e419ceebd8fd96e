import type { Architecture } from '../../architecture.ts';
import { tagsOf } from '../../names.ts';
import { FileSet, type Files } from '../../target.ts';
import { guarding } from './guarding.ts';
import { losingData } from './losing-data.ts';
import { opening } from './opening.ts';
import { exceptions, shared } from './rego.ts';

/** Rego for conftest on `terraform show -json` of a plan: what must never be applied without a person's thought. */
export function planFiles({ environments, owner, name }: Architecture): Files {
  const tags = Object.keys(tagsOf(environments[0]!, name, owner)).sort();
  const files = new FileSet().add('policy/terraform/exceptions.rego', exceptions);
  for (const file of [shared, losingData, opening, guarding(tags)])
    files
      .add(`policy/terraform/${file.name}.rego`, file.rules)
      .add(`policy/terraform/${file.name}_test.rego`, file.tests);
  return files.files;
}
