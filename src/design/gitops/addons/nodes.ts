import type { Architecture, Owner } from '../../architecture.ts';
import { batchPriority } from '../../priority.ts';
import { restrictedPod } from '../../restricted.ts';
import { why } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources, spread } from '../placement.ts';
import { nodeClasses } from './karpenter-pools.ts';

/** What adds nodes, and what tells how busy they are. */
export function nodeAddons({ platform, owner }: Architecture): Addon[] {
  return [metricsServer, platform.nodes === 'karpenter' ? karpenter(owner) : clusterAutoscaler];
}

const metricsServer: Addon = {
  name: 'metrics-server',
  namespace: 'kube-system',
  does: 'Tells autoscalers how busy pods are.',
  after: ['prometheus-operator-crds'],
  values: {
    replicas: 2,
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    ...onSystemNodes,
    topologySpreadConstraints: spread({ 'app.kubernetes.io/name': 'metrics-server' }),
    resources: resources('50m', '192Mi'),
    metrics: { enabled: true },
    serviceMonitor: { enabled: true },
  },
};

/** The minor version of the autoscaler is that of Kubernetes. Source: its README, releases. */
export const clusterAutoscalerVersions: Readonly<Record<string, string>> = { '1.35': 'v1.35.2' };

const clusterAutoscaler: Addon = {
  name: 'cluster-autoscaler',
  namespace: 'kube-system',
  does: 'Adds nodes for pods that find no place, and takes away what stands empty.',
  after: ['prometheus-operator-crds'],
  values: {
    // one works, the other waits
    replicaCount: 2,
    fullnameOverride: 'cluster-autoscaler',
    rbac: { serviceAccount: { name: 'cluster-autoscaler' } },
    ...critical,
    ...onSystemNodes,
    topologySpreadConstraints: spread({ 'app.kubernetes.io/instance': 'cluster-autoscaler' }),
    resources: resources('50m', '256Mi'),
    securityContext: restrictedPod(65534),
    containerSecurityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    extraArgs: {
      'balance-similar-node-groups': true,
      'balancing-label': 'plinth.dev/pool',
      'skip-nodes-with-system-pods': false,
      'skip-nodes-with-local-storage': why(
        false,
        'What is in an emptyDir, such as /tmp of every pod here, may be lost at any time: it keeps no node.',
      ),
      'expendable-pods-priority-cutoff': why(
        batchPriority,
        'Jobs get nodes as well: what is below this gets none, and is ended where nodes are taken away.',
      ),
      expander: 'least-waste',
      'scale-down-unneeded-time': '10m',
    },
    serviceMonitor: { enabled: true, namespace: 'kube-system', selector: {} },
  },
  valuesIn: ({ region, cluster }) => ({
    awsRegion: region,
    autoDiscovery: { clusterName: cluster!.name },
    image: { tag: clusterAutoscalerVersions[cluster!.version] ?? `v${cluster!.version}.0` },
  }),
};

const karpenter = (owner: Owner): Addon => ({
  name: 'karpenter',
  namespace: 'kube-system',
  does: 'Makes nodes that fit what waits, and packs them anew as that changes.',
  after: ['prometheus-operator-crds'],
  values: {
    replicas: 2,
    podDisruptionBudget: { name: 'karpenter', maxUnavailable: 1 },
    serviceAccount: { name: 'karpenter' },
    ...critical,
    ...onSystemNodes,
    controller: { resources: resources('250m', '768Mi') },
    serviceMonitor: { enabled: true },
    // its own DNS server may wait for a node that it has yet to make
    dnsPolicy: 'Default',
  },
  valuesIn: ({ cluster }) => ({
    settings: { clusterName: cluster!.name, interruptionQueue: `${cluster!.name}-interruptions` },
  }),
  objectsAfter: true,
  objectsIn: (environment) => ({ nodes: nodeClasses(environment, owner) }),
});
