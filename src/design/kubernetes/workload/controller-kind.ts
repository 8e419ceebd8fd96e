import type { Service } from '../../workload.ts';

/** How a service's pods are kept: a Deployment, or a Rollout where new versions are tried first. */
export function controllerKindOf({ strategy }: Service): {
  readonly apiVersion: string;
  readonly kind: string;
} {
  return strategy === 'rolling'
    ? { apiVersion: 'apps/v1', kind: 'Deployment' }
    : { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' };
}
