import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { type Hosted, hostedIn, isArchived } from '../../hosted.ts';
import { nameIn } from '../../names.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources } from '../placement.ts';

/** What looks after data that lives in the cluster. */
export function dataAddons(architecture: Architecture): Addon[] {
  const { environments, platform } = architecture;
  const hosted = environments.flatMap(hostedIn);
  const holdsVolumes = hosted.length > 0 || platform.secrets === 'vault';
  const recovered = environments.some(({ recovery }) => recovery !== undefined);
  return [
    ...(hosted.some(({ type }) => type === 'postgres') ? [cloudnativePg] : []),
    ...(hosted.some(isArchived) ? [archiver] : []),
    // Velero takes snapshots of all volumes, such as those of Prometheus
    ...(holdsVolumes || recovered ? [snapshotController, veleroFor(hosted)] : []),
  ];
}

const cloudnativePg: Addon = {
  name: 'cloudnative-pg',
  namespace: addonNamespaces.postgresOperator,
  does: 'Runs databases: makes standbys, fails over, backs up.',
  after: ['prometheus-operator-crds'],
  webhookPorts: [9443],
  values: {
    replicaCount: 2,
    ...critical,
    ...onSystemNodes,
    resources: resources('50m', '256Mi'),
    monitoring: { podMonitorEnabled: true },
  },
};

const archiver: Addon = {
  name: 'plugin-barman-cloud',
  namespace: addonNamespaces.postgresOperator,
  does: 'Takes the log and backups of databases to S3, from beside each of them.',
  // the operator and it know each other by certificates
  after: ['cert-manager', 'cloudnative-pg'],
  values: {
    // it takes part in making instances, not in running them; one is all that its chart replaces in order
    replicaCount: 1,
    ...critical,
    ...onSystemNodes,
    resources: resources('25m', '128Mi'),
  },
};

const snapshotController: Addon = {
  name: 'snapshot-controller',
  namespace: 'kube-system',
  does: 'Takes snapshots of volumes when asked for by an object.',
  after: ['prometheus-operator-crds'],
  values: {
    controller: {
      replicaCount: 2,
      ...critical,
      ...onSystemNodes,
      resources: resources('25m', '96Mi'),
      pdb: { maxUnavailable: 1 },
      serviceMonitor: { create: true },
    },
  },
  objectsAfter: true,
  objectsIn: () => ({
    'snapshot-class': [
      {
        apiVersion: 'snapshot.storage.k8s.io/v1',
        kind: 'VolumeSnapshotClass',
        metadata: { name: 'ebs', labels: { 'velero.io/csi-volumesnapshot-class': 'true' } },
        driver: 'ebs.csi.aws.com',
        deletionPolicy: 'Retain',
      },
    ],
  }),
};

/** The bucket that Terraform makes for backups of the cluster. */
export function backupBucket(environment: Environment): string {
  return `${nameIn(environment, environment.system, 'cluster-backups')}-${environment.account}`;
}

/** What the cluster hosts has copies of its own: databases an archive, and caches a schedule in their folder. */
function veleroFor(hosted: readonly Hosted[]): Addon {
  if (hosted.length === 0) return velero;
  const { daily } = velero.values['schedules'] as { readonly daily: { readonly template: YamlMap } };
  return {
    ...velero,
    values: {
      ...velero.values,
      schedules: {
        daily: {
          ...daily,
          template: { ...daily.template, excludedNamespaces: [addonNamespaces.data] },
        },
      },
    },
  };
}

const velero: Addon = {
  name: 'velero',
  namespace: 'velero',
  does: 'Keeps copies of the objects and volumes of the cluster outside of it.',
  after: ['prometheus-operator-crds', 'snapshot-controller'],
  values: {
    serviceAccount: { server: { name: 'velero' } },
    // rights come from EKS Pod Identity; there is no key
    credentials: { useSecret: false },
    initContainers: [
      {
        name: 'aws',
        image: 'velero/velero-plugin-for-aws:v1.14.1',
        volumeMounts: [{ name: 'plugins', mountPath: '/target' }],
        resources: resources('25m', '64Mi'),
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
    ...onSystemNodes,
    resources: resources('100m', '512Mi'),
    podSecurityContext: {
      runAsNonRoot: true,
      runAsUser: 65534,
      fsGroup: 65534,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containerSecurityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    extraVolumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1Gi' } }],
    extraVolumeMounts: [{ name: 'scratch', mountPath: '/scratch' }],
    metrics: { enabled: true, serviceMonitor: { enabled: true } },
    // kinds of objects come with the chart, and need no job that may do everything
    upgradeCRDs: false,
    schedules: {
      daily: {
        schedule: '15 1 * * *',
        useOwnerReferencesInBackup: false,
        template: {
          ttl: '720h0m0s',
          includedNamespaces: ['*'],
          snapshotVolumes: true,
          storageLocation: 'default',
        },
      },
    },
  },
  valuesIn: (environment) => ({
    configuration: {
      features: 'EnableCSI',
      backupStorageLocation: [locationOf(environment), ...copiesOf(environment)],
      volumeSnapshotLocation: [{ name: 'default', provider: 'aws', config: { region: environment.region } }],
    },
  }),
};

/** In a bucket that is copied to another region, each cluster has a folder of its own. */
function locationOf(environment: Environment): YamlMap {
  const { name, region, recovery, standsFor } = environment;
  return {
    name: 'default',
    provider: 'aws',
    default: true,
    bucket: backupBucket(environment),
    ...(recovery || standsFor !== undefined ? { prefix: name } : {}),
    config: { region },
  };
}

/** What the cluster that this one stands for has kept, to restore from. */
function copiesOf(environment: Environment): YamlMap[] {
  const { region, standsFor } = environment;
  if (standsFor === undefined) return [];
  return [
    {
      name: standsFor,
      provider: 'aws',
      bucket: backupBucket(environment),
      prefix: standsFor,
      accessMode: 'ReadOnly',
      config: { region },
    },
  ];
}
