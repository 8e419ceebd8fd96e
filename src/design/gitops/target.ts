import { FileSet, type Target } from '../target.ts';

/** What Argo CD or Flux delivers: add-ons and workloads, with their order and limits. */
export const gitops: Target = {
  name: 'gitops',
  write: () => new FileSet().files,
};
