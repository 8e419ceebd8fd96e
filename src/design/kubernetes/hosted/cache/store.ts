import { addonNamespaces } from '../../../addon-namespaces.ts';
import { type HostedCache, hostedStorageClass, loginSecretOf, volumeGbOf } from '../../../hosted.ts';
import { cacheImages } from '../../../hosted-images.ts';
import { restrictedContainer, restrictedWriter } from '../../../restricted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import { preferOtherNodes, spreadOverZones } from '../../placed.ts';
import type { Site } from '../../site.ts';
import { labelsOf, podsOf } from '../labels.ts';
import { nodesDomainOf, sentinelPort, settingsHashOf, settingsNameOf } from './settings.ts';

export const exporterPort = 9121;

/** Pods of Valkey, each with its volume, and beside each what agrees with the others on which is the primary. */
export function storeOf(one: HostedCache, { environment, vary }: Site): YamlMap {
  const { name, nodes } = one;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace: addonNamespaces.data, labels: { ...labelsOf(one), ...component } },
    spec: {
      replicas: nodes,
      serviceName: `${name}-nodes`,
      podManagementPolicy: why('OrderedReady', 'The first one is the primary that the others look for.'),
      selector: { matchLabels: podsOf(one) },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      template: {
        metadata: {
          labels: { ...labelsOf(one), ...podsOf(one) },
          annotations: { 'plinth.dev/settings': settingsHashOf(one) },
        },
        spec: podOf(one, vary('priority', environment.production ? 'critical' : 'standard') as string),
      },
      volumeClaimTemplates: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { name: 'data', labels: { ...podsOf(one), ...component } },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: hostedStorageClass,
            resources: { requests: { storage: `${volumeGbOf(one)}Gi` } },
          },
        },
      ],
    },
  };
}

/** What daily snapshots are taken of: databases have copies of their own. */
export const component = { 'app.kubernetes.io/component': 'cache' } as const;

function podOf(one: HostedCache, priority: string): YamlMap {
  return {
    serviceAccountName: one.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    priorityClassName: priority,
    terminationGracePeriodSeconds: 60,
    securityContext: restrictedWriter(10001),
    topologySpreadConstraints: [spreadOverZones(podsOf(one))],
    affinity: preferOtherNodes(podsOf(one)),
    containers: [valkey(one), sentinel(one), exporter(one)],
    volumes: [
      { name: 'settings', configMap: { name: settingsNameOf(one) } },
      { name: 'run', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
      { name: 'run-sentinel', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
    ],
  };
}

function asking(cpuMilli: number, memoryMi: number): YamlMap {
  const asked = {
    cpu: `${cpuMilli}m`,
    memory: `${memoryMi}Mi`,
    'ephemeral-storage': '64Mi',
  };
  return { requests: asked, limits: { memory: `${memoryMi}Mi`, 'ephemeral-storage': '256Mi' } };
}

const ping = (port: number) => ({
  exec: { command: ['sh', '-c', `valkey-cli -p ${port} ping | grep -q PONG`] },
});

function password(one: HostedCache, variable: string): YamlMap {
  return { name: variable, valueFrom: { secretKeyRef: { name: loginSecretOf(one), key: 'password' } } };
}

function valkey(one: HostedCache): YamlMap {
  return {
    name: 'valkey',
    image: cacheImages.valkey.image,
    command: ['sh', '/settings/start-valkey.sh'],
    ports: [{ name: 'redis', containerPort: one.port }],
    env: [{ name: 'DOMAIN', value: nodesDomainOf(one) }, password(one, 'VALKEYCLI_AUTH')],
    startupProbe: {
      ...ping(one.port),
      periodSeconds: 5,
      timeoutSeconds: 3,
      failureThreshold: why(60, 'Five minutes, in which it reads what it had.'),
    },
    readinessProbe: { ...ping(one.port), periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 2 },
    livenessProbe: { ...ping(one.port), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    lifecycle: { preStop: { exec: { command: ['sh', '/settings/leave.sh'] } } },
    resources: asking(one.cpuMilli, one.memoryMi),
    securityContext: restrictedContainer,
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'settings', mountPath: '/settings', readOnly: true },
      { name: 'run', mountPath: '/run/valkey' },
    ],
  };
}

function sentinel(one: HostedCache): YamlMap {
  return {
    name: 'sentinel',
    image: cacheImages.valkey.image,
    command: ['sh', '/settings/start-sentinel.sh'],
    ports: [{ name: 'sentinel', containerPort: sentinelPort }],
    env: [{ name: 'DOMAIN', value: nodesDomainOf(one) }, password(one, 'VALKEYCLI_AUTH')],
    readinessProbe: { ...ping(sentinelPort), periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 },
    livenessProbe: {
      ...ping(sentinelPort),
      initialDelaySeconds: 30,
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 6,
    },
    resources: asking(25, 64),
    securityContext: restrictedContainer,
    volumeMounts: [
      { name: 'settings', mountPath: '/settings', readOnly: true },
      { name: 'run-sentinel', mountPath: '/run/valkey' },
    ],
  };
}

function exporter(one: HostedCache): YamlMap {
  return {
    name: 'exporter',
    image: cacheImages.exporter.image,
    ports: [{ name: 'metrics', containerPort: exporterPort }],
    env: [{ name: 'REDIS_ADDR', value: `redis://localhost:${one.port}` }, password(one, 'REDIS_PASSWORD')],
    readinessProbe: { httpGet: { path: '/health', port: 'metrics' }, periodSeconds: 10 },
    livenessProbe: { httpGet: { path: '/health', port: 'metrics' }, periodSeconds: 20, failureThreshold: 6 },
    resources: asking(25, 64),
    securityContext: restrictedContainer,
  };
}
