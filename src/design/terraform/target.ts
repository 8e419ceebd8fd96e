import { FileSet, type Target } from '../target.ts';

/** Terraform: bootstrap, modules, and a root for each state of each environment. */
export const terraform: Target = {
  name: 'terraform',
  write: () => new FileSet().files,
};
