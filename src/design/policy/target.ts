import { FileSet, type Target } from '../target.ts';

/** Policies of plans (Rego) and of admission to clusters. */
export const policy: Target = {
  name: 'policy',
  write: () => new FileSet().files,
};
