import { FileSet, type Target } from '../target.ts';
import { planPolicy, planPolicyTest } from './terraform.ts';

/** Policies of plans (Rego). */
export const policy: Target = {
  name: 'policy',
  write: () =>
    new FileSet()
      .add('policy/terraform/plan.rego', planPolicy)
      .add('policy/terraform/plan_test.rego', planPolicyTest).files,
};
