import { FileSet, type Target } from '../target.ts';

/** Manifests of workloads: base and overlays, or a chart with values for each environment. */
export const kubernetes: Target = {
  name: 'kubernetes',
  write: () => new FileSet().files,
};
