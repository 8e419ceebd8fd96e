import { restrictedPod } from '../../restricted.ts';
import { vaultAuthority } from '../../vault-authority.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources } from '../placement.ts';

const replicas = 3;
const certificate = 'vault-tls';

export const vault: Addon = {
  name: 'vault',
  namespace: 'vault',
  does: 'Keeps secrets, and makes credentials for those who need them.',
  after: ['prometheus-operator-crds', 'cert-manager'],
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
      // one that a person has yet to initialise is ready as well: delivery would wait for it for ever
      readinessProbe: { enabled: true, path: '/v1/sys/health?standbyok=true&uninitcode=204' },
      volumes: [{ name: 'tls', secret: { secretName: certificate } }],
      volumeMounts: [{ name: 'tls', mountPath: '/vault/tls', readOnly: true }],
      extraEnvironmentVars: { VAULT_CACERT: '/vault/tls/ca.crt' },
      ha: { enabled: true, replicas, raft: { enabled: true, setNodeId: true } },
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
  objectsIn: () => ({ certificates: certificates }),
};

/** Unsealed by a key of AWS, so that a restarted pod needs no person. Source: developer.hashicorp.com, seal/awskms. */
function raftConfig(region: string, key: string): string {
  const others = Array.from(
    { length: replicas },
    (_, at) => `  retry_join {
    leader_api_addr     = "https://vault-${at}.vault-internal:8200"
    leader_ca_cert_file = "/vault/tls/ca.crt"
  }`,
  );
  return `ui = false
# Nodes have no swap, and what raft maps into memory would not fit otherwise.
disable_mlock = true
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
${others.join('\n')}
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

/** An authority of the cluster's own, and by it the certificate that Vault shows. Its key is in the namespace of cert-manager. */
const certificates: readonly YamlMap[] = [
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name: `${vaultAuthority}-root` },
    spec: { selfSigned: {} },
  },
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: vaultAuthority, namespace: 'cert-manager' },
    spec: {
      secretName: vaultAuthority,
      commonName: vaultAuthority,
      isCA: true,
      duration: '87600h',
      renewBefore: '8760h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Never' },
      issuerRef: { name: `${vaultAuthority}-root`, kind: 'ClusterIssuer', group: 'cert-manager.io' },
    },
  },
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name: vaultAuthority },
    spec: { ca: { secretName: vaultAuthority } },
  },
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: certificate, namespace: 'vault' },
    spec: {
      secretName: certificate,
      commonName: 'vault',
      dnsNames: [
        'vault',
        'vault.vault',
        'vault.vault.svc',
        'vault.vault.svc.cluster.local',
        '*.vault-internal',
        'localhost',
      ],
      ipAddresses: ['127.0.0.1'],
      duration: '2160h',
      renewBefore: '720h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      usages: ['server auth', 'client auth'],
      issuerRef: { name: vaultAuthority, kind: 'ClusterIssuer', group: 'cert-manager.io' },
    },
  },
];
