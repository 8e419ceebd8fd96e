import type { Architecture } from '../../architecture.ts';
import { restrictedPod } from '../../restricted.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources, spread } from '../placement.ts';

/** What steps from one version of a service to the next. */
export function releaseAddons({ platform }: Architecture): Addon[] {
  return platform.progressive ? [argoRollouts(platform)] : [];
}

/** Ingresses that it may clear up after a service is no longer released step by step. */
const classes = {
  alb: ['--alb-ingress-classes=public', '--alb-ingress-classes=internal'],
  nginx: ['--nginx-ingress-classes=nginx', '--nginx-ingress-classes=nginx-internal'],
  none: [],
} as const;

const argoRollouts = ({ ingress }: Architecture['platform']): Addon => ({
  name: 'argo-rollouts',
  namespace: 'argo-rollouts',
  does: 'Leads requests to new versions step by step, and back where their numbers are bad.',
  after: ['prometheus-operator-crds'],
  values: {
    installCRDs: true,
    keepCRDs: true,
    controller: {
      replicas: 2,
      extraArgs: [...classes[ingress]],
      ...critical,
      ...onSystemNodes,
      topologySpreadConstraints: spread({ 'app.kubernetes.io/component': 'rollouts-controller' }),
      pdb: { enabled: true, maxUnavailable: 1 },
      logging: { format: 'json' },
      resources: resources('50m', '256Mi'),
      metrics: { enabled: true, serviceMonitor: { enabled: true } },
    },
    podSecurityContext: restrictedPod(),
    dashboard: { enabled: false },
  },
});
