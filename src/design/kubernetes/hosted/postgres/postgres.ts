import { addonNamespaces } from '../../../addon-namespaces.ts';
import type { HostedDatabase } from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import { part } from '../../parts.ts';
import type { Site } from '../../site.ts';
import type { Part } from '../../unit.ts';
import { labelsOf, podsOf } from '../labels.ts';
import { loginOf } from '../login.ts';
import { hostedMonitorOf } from '../monitor.ts';
import { archiveObjectsOf } from './archive.ts';
import { clusterOf } from './cluster.ts';
import { postgresPolicyOf } from './network-policy.ts';

/** All manifests of a hosted PostgreSQL, file by file. */
export function postgresParts(one: HostedDatabase, site: Site): Part[] {
  return [
    ...part('account', [accountOf(one)]),
    ...part('cluster', [clusterOf(one, site)]),
    ...part('service', [serviceOf(one)]),
    ...part('archive', archiveObjectsOf(one, site)),
    ...part('monitor', [hostedMonitorOf(one)]),
    ...part('login', [loginOf(one, site)], 'own'),
    ...part('network-policy', [postgresPolicyOf(one, site)], 'own'),
  ];
}

function accountOf(one: HostedDatabase): YamlMap {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: one.name, namespace: addonNamespaces.data, labels: labelsOf(one) },
    automountServiceAccountToken: why(
      true,
      'Instances ask the API which of them is the primary; the operator gives them the right to that and no other.',
    ),
  };
}

/** Leads to the primary. One that was restored under another name takes its place by one line here. */
function serviceOf(one: HostedDatabase): YamlMap {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: one.name, namespace: addonNamespaces.data, labels: labelsOf(one) },
    spec: {
      type: 'ClusterIP',
      selector: {
        'cnpg.io/cluster': one.name,
        'cnpg.io/instanceRole': 'primary',
        // by which network policies name its pods: EKS lets a pod call a Service only where they name its selector
        ...podsOf(one),
      },
      ports: [{ name: 'tcp-postgres', port: one.port, targetPort: one.port }],
    },
  };
}
