import type { Architecture } from '../architecture.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import { admissionFiles } from './admission/files.ts';
import { planPolicy, planPolicyTest } from './terraform.ts';

/** Policies of plans (Rego), and of what clusters take (CEL). */
export const policy: Target = { name: 'policy', write };

function write(architecture: Architecture): Files {
  return new FileSet()
    .add('policy/terraform/plan.rego', planPolicy)
    .add('policy/terraform/plan_test.rego', planPolicyTest)
    .addAll(admissionFiles(architecture)).files;
}
