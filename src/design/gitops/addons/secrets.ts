import type { Architecture } from '../../architecture.ts';
import { hostedIn, isArchived } from '../../hosted.ts';
import { restrictedPod } from '../../restricted.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources, spread } from '../placement.ts';
import { vault } from './vault.ts';

/** What brings secrets and certificates into the cluster. */
export function secretAddons(architecture: Architecture): Addon[] {
  const { platform, environments } = architecture;
  const archives = environments.some((environment) => hostedIn(environment).some(isArchived));
  const certificates =
    platform.ingress === 'nginx' || platform.mesh === 'linkerd' || platform.secrets === 'vault' || archives;
  return [
    externalSecrets,
    ...(platform.secrets === 'vault' ? [vault] : []),
    ...(certificates ? [certManager] : []),
    ...(platform.mesh === 'linkerd' ? [trustManager] : []),
  ];
}

const externalSecrets: Addon = {
  name: 'external-secrets',
  namespace: 'external-secrets',
  does: 'Keeps Secrets of the cluster the same as those of the secret store.',
  after: ['prometheus-operator-crds'],
  webhookPorts: [10_250],
  values: {
    replicaCount: 2,
    leaderElect: true,
    serviceAccount: { name: 'external-secrets' },
    // a team has its own store in its own namespace; one for all would read everything for everyone
    processClusterStore: false,
    processClusterExternalSecret: false,
    processPushSecret: false,
    processClusterPushSecret: false,
    ...critical,
    ...onSystemNodes,
    topologySpreadConstraints: spread({ 'app.kubernetes.io/name': 'external-secrets' }),
    podDisruptionBudget: { enabled: true, minAvailable: 1 },
    resources: resources('50m', '192Mi'),
    serviceMonitor: { enabled: true },
    webhook: {
      replicaCount: 2,
      ...critical,
      ...onSystemNodes,
      podDisruptionBudget: { enabled: true, minAvailable: 1 },
      resources: resources('25m', '96Mi'),
    },
    certController: { ...critical, ...onSystemNodes, resources: resources('25m', '128Mi') },
  },
};

const certManager: Addon = {
  name: 'cert-manager',
  namespace: 'cert-manager',
  does: 'Makes certificates and renews them in time.',
  after: ['prometheus-operator-crds'],
  webhookPorts: [10_250],
  values: {
    crds: { enabled: true, keep: true },
    global: {
      priorityClassName: 'system-cluster-critical',
      leaderElection: { namespace: 'cert-manager' },
    },
    serviceAccount: { name: 'cert-manager' },
    replicaCount: 2,
    podDisruptionBudget: { enabled: true, minAvailable: 1 },
    ...onSystemNodes,
    topologySpreadConstraints: spread({ 'app.kubernetes.io/component': 'controller' }),
    resources: resources('25m', '192Mi'),
    // network policies let it ask the names of the cluster, and no server of names outside
    dns01RecursiveNameserversOnly: true,
    prometheus: { enabled: true, servicemonitor: { enabled: true } },
    webhook: {
      replicaCount: 3,
      podDisruptionBudget: { enabled: true, minAvailable: 1 },
      ...onSystemNodes,
      topologySpreadConstraints: spread({ 'app.kubernetes.io/component': 'webhook' }),
      resources: resources('25m', '96Mi'),
    },
    cainjector: {
      replicaCount: 2,
      podDisruptionBudget: { enabled: true, minAvailable: 1 },
      ...onSystemNodes,
      resources: resources('25m', '256Mi'),
    },
    startupapicheck: { ...onSystemNodes, resources: resources('25m', '64Mi') },
  },
};

const trustManager: Addon = {
  name: 'trust-manager',
  namespace: 'cert-manager',
  does: 'Hands out the roots that certificates of the mesh are held against.',
  after: ['cert-manager'],
  webhookPorts: [6443],
  values: {
    replicaCount: 2,
    priorityClassName: 'system-cluster-critical',
    ...onSystemNodes,
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    resources: resources('25m', '96Mi'),
    podSecurityContext: restrictedPod(),
    defaultPackage: { enabled: false },
    app: {
      trust: { namespace: 'linkerd' },
      metrics: { service: { enabled: true, servicemonitor: { enabled: true } } },
    },
  },
};
