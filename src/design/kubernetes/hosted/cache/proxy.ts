import { addonNamespaces } from '../../../addon-namespaces.ts';
import { type HostedCache, loginSecretOf } from '../../../hosted.ts';
import { cacheImages } from '../../../hosted-images.ts';
import { restrictedContainer, restrictedPod } from '../../../restricted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import { preferOtherNodes, spreadOverZones } from '../../placed.ts';
import type { Site } from '../../site.ts';
import { labelsOf, proxyPodsOf } from '../labels.ts';
import { proxyMetricsPort, settingsHashOf, settingsNameOf } from './settings.ts';

/** What leads whoever connects to the primary, so that clients need to know of no other. */
export function proxyOf(one: HostedCache, { environment, vary }: Site): YamlMap {
  const own = { ...labelsOf(one), 'app.kubernetes.io/instance': `${one.name}-proxy` };
  const labels = { ...own, ...proxyPodsOf(one) };
  const pods = proxyPodsOf(one);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${one.name}-proxy`, namespace: addonNamespaces.data, labels: own },
    spec: {
      replicas: vary('proxies', environment.production ? 3 : 2),
      revisionHistoryLimit: 5,
      selector: { matchLabels: pods },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels, annotations: { 'plinth.dev/settings': settingsHashOf(one) } },
        spec: {
          serviceAccountName: one.name,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          priorityClassName: vary('priority', environment.production ? 'critical' : 'standard'),
          terminationGracePeriodSeconds: 45,
          securityContext: restrictedPod(10001),
          topologySpreadConstraints: [spreadOverZones(pods)],
          affinity: preferOtherNodes(pods),
          containers: [container(one)],
          volumes: [{ name: 'settings', configMap: { name: settingsNameOf(one) } }],
        },
      },
    },
  };
}

function container(one: HostedCache): YamlMap {
  const ready = { httpGet: { path: '/ready', port: 'metrics' } };
  return {
    name: 'haproxy',
    image: cacheImages.proxy.image,
    command: ['haproxy', '-W', '-db', '-f', '/settings/haproxy.cfg'],
    ports: [
      { name: 'redis', containerPort: one.port },
      { name: 'metrics', containerPort: proxyMetricsPort },
    ],
    env: [
      {
        name: 'VALKEYCLI_AUTH',
        valueFrom: { secretKeyRef: { name: loginSecretOf(one), key: 'password' } },
      },
    ],
    readinessProbe: { ...ready, periodSeconds: 5, failureThreshold: 2 },
    livenessProbe: { ...ready, periodSeconds: 10, failureThreshold: 6 },
    lifecycle: why(
      { preStop: { sleep: { seconds: 10 } } },
      'Connections still come in until everybody knows that this pod ends.',
    ),
    resources: {
      requests: { cpu: '50m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
      limits: { memory: '128Mi', 'ephemeral-storage': '256Mi' },
    },
    securityContext: restrictedContainer,
    volumeMounts: [{ name: 'settings', mountPath: '/settings', readOnly: true }],
  };
}
