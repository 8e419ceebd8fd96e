import { FileSet, type Target } from '../target.ts';

/** Objectives, recording rules, alerts and dashboards. */
export const observability: Target = {
  name: 'observability',
  write: () => new FileSet().files,
};
