import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Namespace } from '../../environment.ts';
import { hostedIn } from '../../hosted.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { defaultDenyOf } from '../namespace/default-deny.ts';
import { limitsOf } from '../namespace/limits.ts';
import { awsStoreIn } from '../namespace/secret-stores.ts';
import { part } from '../parts.ts';
import type { Site } from '../site.ts';
import type { Part } from '../unit.ts';

const name = addonNamespaces.data;

/** The namespace of hosted datastores: closed, limited, and no team may change it. */
export function hostedNamespaceParts(site: Site): Part[] {
  const namespace = namespaceIn(site);
  return [
    ...part('namespace', [namespaceObject]),
    ...part('default-deny', [defaultDenyOf(namespace)]),
    ...part('limits', limitsOf(namespace, site)),
    ...part('account', [
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace: name },
        automountServiceAccountToken: why(false, 'A pod that names no account gets no token.'),
      },
    ]),
    ...part('secret-store', [awsStoreIn(name, site)]),
  ];
}

const level = 'pod-security.kubernetes.io';

const namespaceObject: YamlMap = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name,
    labels: {
      'app.kubernetes.io/part-of': 'platform',
      [`${level}/enforce`]: 'restricted',
      [`${level}/audit`]: 'restricted',
      [`${level}/warn`]: 'restricted',
    },
  },
};

/** Room for all of them, and for each restored beside itself. */
function namespaceIn({ architecture, environment }: Site): Namespace {
  const all = hostedIn(environment);
  const replicas = (one: (typeof all)[number]) => ('instances' in one ? one.instances : one.nodes);
  const sum = (pick: (one: (typeof all)[number]) => number, step: number) =>
    Math.ceil((2 * all.reduce((total, one) => total + replicas(one) * pick(one), 0)) / step) * step;
  return {
    name,
    owner: architecture.owner,
    quota: {
      cpuMilli: sum(({ cpuMilli }) => cpuMilli + 500, 500),
      memoryMi: sum(({ memoryMi }) => memoryMi + 512, 512),
      pods: sum(() => 4, 10),
    },
  };
}
