import { FileSet, type Target } from '../target.ts';
import { admissionFiles } from './admission/files.ts';
import { planFiles } from './terraform/files.ts';

/** Policies of plans (Rego), and of what clusters take (CEL). */
export const policy: Target = {
  name: 'policy',
  write: (architecture) =>
    new FileSet().addAll(planFiles(architecture)).addAll(admissionFiles(architecture)).files,
};
