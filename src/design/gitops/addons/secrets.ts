import type { Architecture } from '../../architecture.ts';
import { hostedIn, isArchived } from '../../hosted.ts';
import { restrictedPod } from '../../restricted.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources, spread } from '../placement.ts';

/** What brings secrets and certificates into the cluster. */
export function secretAddons(architecture: Architecture): Addon[] {
  const { platform, environments } = architecture;
  const archives = environments.some((environment) => hostedIn(environment).some(isArchived));
  const certificates = platform.ingress === 'nginx' || platform.mesh === 'linkerd' || archives;
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

const vault: Addon = {
  name: 'vault',
  namespace: 'vault',
  does: 'Keeps secrets, and makes credentials for those who need them.',
  after: ['prometheus-operator-crds'],
  values: {
    global: { tlsDisable: false },
    injector: { enabled: false },
    server: {
      serviceAccount: { name: 'vault' },
      ...critical,
      ...onSystemNodes,
      resources: resources('250m', '512Mi'),
      dataStorage: { enabled: true, size: '10Gi', storageClass: 'gp3' },
      auditStorage: { enabled: true, size: '10Gi', storageClass: 'gp3' },
      // a Secret of cert-manager or of your own authority, with tls.crt, tls.key and ca.crt
      volumes: [{ name: 'tls', secret: { secretName: 'vault-tls' } }],
      volumeMounts: [{ name: 'tls', mountPath: '/vault/tls', readOnly: true }],
      ha: { enabled: true, replicas: 3, raft: { enabled: true, setNodeId: true } },
      statefulSet: {
        securityContext: {
          pod: { ...restrictedPod(), runAsUser: 100, runAsGroup: 1000, fsGroup: 1000 },
          container: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      },
    },
    serverTelemetry: { serviceMonitor: { enabled: true } },
  },
  valuesIn: ({ region, name, system }) => ({
    server: { ha: { raft: { config: raftConfig(region, `alias/${name}-${system}-vault`) } } },
  }),
};

/** Unsealed by a key of AWS, so that a restarted pod needs no person. Source: developer.hashicorp.com, seal/awskms. */
function raftConfig(region: string, key: string): string {
  return `ui = false
listener "tcp" {
  address         = "[::]:8200"
  cluster_address = "[::]:8201"
  tls_cert_file   = "/vault/tls/tls.crt"
  tls_key_file    = "/vault/tls/tls.key"
  telemetry {
    unauthenticated_metrics_access = true
  }
}
storage "raft" {
  path = "/vault/data"
}
seal "awskms" {
  region     = "${region}"
  kms_key_id = "${key}"
}
service_registration "kubernetes" {}
telemetry {
  prometheus_retention_time = "30s"
  disable_hostname          = true
}
`;
}

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
