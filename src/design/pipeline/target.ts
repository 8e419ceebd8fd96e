import { FileSet, type Target } from '../target.ts';

/** Pipelines of GitHub Actions or GitLab CI, owners of code, and protection of branches. */
export const pipeline: Target = {
  name: 'pipeline',
  write: () => new FileSet().files,
};
