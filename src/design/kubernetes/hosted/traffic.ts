import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Hosted } from '../../hosted.ts';
import { why, type YamlMap, type YamlValue } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';
import { anywhere, block, namespaced, peersOf } from '../workload/peers.ts';

/** A network policy of the namespace of data, in both directions. */
export function hostedPolicy(
  name: string,
  pods: YamlMap,
  ingress: readonly YamlValue[],
  egress: readonly YamlValue[],
): YamlMap {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace: addonNamespaces.data },
    spec: { podSelector: { matchLabels: pods }, policyTypes: ['Ingress', 'Egress'], ingress, egress },
  };
}

export function tcp(...ports: number[]): YamlMap[] {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}

/** Services and jobs that need it, and nobody else. */
export function fromUsers({ name, port }: Hosted, site: Site): YamlValue[] {
  return site.environment.flows
    .filter(({ to }) => to.kind === 'datastore' && to.name === name)
    .map(({ from }) => ({ from: peersOf(from, port, site), ports: tcp(port) }));
}

export function fromMetrics(port: number): YamlMap {
  return { from: [namespaced(addonNamespaces.metrics)], ports: tcp(port) };
}

export const toNames: YamlValue = why(
  {
    to: [{ ...namespaced(addonNamespaces.system), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
    ports: ['UDP', 'TCP'].map((protocol) => ({ protocol, port: 53 })),
  },
  'Names.',
);

/** The API of Kubernetes, where instances agree which of them is the primary. */
export function toKubernetes({ environment }: Site): YamlValue {
  const { cluster, network } = environment;
  const ranges = [
    firstAddressOf(cluster!.serviceCidr),
    ...network.zones.map(({ controlCidr }) => controlCidr),
  ];
  return why(
    { to: ranges.map(block), ports: tcp(443) },
    'The API of Kubernetes, by its Service and behind it, through which instances agree which of them is the primary.',
  );
}

/** The first address of the range of Services, which is that of the API. */
function firstAddressOf(range: string): string {
  const [address] = range.split('/');
  const [a, b, c, d] = address!.split('.').map(Number);
  return `${a}.${b}.${c}.${d! + 1}/32`;
}

export const toArchive: readonly YamlValue[] = [
  why(
    { to: [block('169.254.170.23/32')], ports: tcp(80) },
    'Credentials of AWS, from the agent of EKS Pod Identity on the node.',
  ),
  why({ to: [anywhere], ports: tcp(443) }, 'S3, through the endpoint of the network.'),
];
