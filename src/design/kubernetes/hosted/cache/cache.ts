import { addonNamespaces } from '../../../addon-namespaces.ts';
import type { HostedCache } from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import { part } from '../../parts.ts';
import type { Site } from '../../site.ts';
import type { Part } from '../../unit.ts';
import { labelsOf, podsOf, proxyPodsOf } from '../labels.ts';
import { loginOf } from '../login.ts';
import { hostedMonitorOf } from '../monitor.ts';
import { cachePoliciesOf } from './network-policies.ts';
import { proxyOf } from './proxy.ts';
import { sentinelPort, settingsOf } from './settings.ts';
import { snapshotsOf } from './snapshots.ts';
import { storeOf } from './store.ts';

/** All manifests of a hosted redis, file by file. */
export function cacheParts(one: HostedCache, site: Site): Part[] {
  return [
    ...part('account', [accountOf(one)]),
    ...part('settings', [settingsOf(one)]),
    ...part('store', [storeOf(one, site)]),
    ...part('proxy', [proxyOf(one, site)]),
    ...part('service', servicesOf(one)),
    ...part('availability', budgetsOf(one)),
    ...part('monitor', [hostedMonitorOf(one), hostedMonitorOf(one, `${one.name}-proxy`, proxyPodsOf(one))]),
    ...part('snapshots', snapshotsOf(one, site)),
    ...part('login', [loginOf(one, site)], 'own'),
    ...part('network-policy', cachePoliciesOf(one, site), 'own'),
  ];
}

const metadataOf = (one: HostedCache, name: string) => ({
  name,
  namespace: addonNamespaces.data,
  labels: labelsOf(one),
});

function accountOf(one: HostedCache): YamlMap {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadataOf(one, one.name),
    automountServiceAccountToken: false,
  };
}

function servicesOf(one: HostedCache): YamlMap[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadataOf(one, one.name),
      spec: {
        type: 'ClusterIP',
        selector: proxyPodsOf(one),
        ports: [{ name: 'tcp-redis', port: one.port, targetPort: 'redis' }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadataOf(one, `${one.name}-nodes`),
      spec: {
        clusterIP: why('None', 'A name for each pod.'),
        publishNotReadyAddresses: why(true, 'They look for each other before they are ready.'),
        selector: podsOf(one),
        ports: [
          { name: 'tcp-redis', port: one.port, targetPort: 'redis' },
          { name: 'tcp-sentinel', port: sentinelPort, targetPort: 'sentinel' },
        ],
      },
    },
  ];
}

function budgetsOf(one: HostedCache): YamlMap[] {
  return [[one.name, podsOf(one)] as const, [`${one.name}-proxy`, proxyPodsOf(one)] as const].map(
    ([name, matchLabels]) => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadataOf(one, name),
      spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels } },
    }),
  );
}
