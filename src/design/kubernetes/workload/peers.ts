import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Environment } from '../../environment.ts';
import type { Endpoint } from '../../flow.ts';
import type { YamlMap, YamlValue } from '../../yaml/yaml.ts';
import { reachedPodsOf } from '../hosted/labels.ts';
import { selectorOf } from '../labels.ts';
import type { Site } from '../site.ts';

/** What is never outside: private addresses (RFC 1918) and those of the node itself (RFC 3927). */
const inside = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'];
export const anywhere: YamlMap = { ipBlock: { cidr: '0.0.0.0/0', except: inside } };

/** Where load balancers are, public and private ones. */
export function loadBalancers({ network }: Environment): string[] {
  return network.zones.map(({ publicCidr }) => publicCidr);
}

/** Where pods are. */
export function podRanges({ network }: Environment): string[] {
  return network.zones.map(({ privateCidr }) => privateCidr);
}

/** Where requests come from that come from outside: what takes them is not in the mesh, and known by its address. */
export function entranceRanges({ architecture, environment }: Site): string[] {
  return architecture.platform.ingress === 'nginx' ? podRanges(environment) : loadBalancers(environment);
}

/** One end of a connection as network policies name it. */
export function peersOf(end: Endpoint, port: number, site: Site): YamlValue {
  const { architecture, environment, vary } = site;
  const { network, services, jobs } = environment;
  const aws = () =>
    vary('network.aws', [anywhere, ...network.zones.map(({ controlCidr }) => block(controlCidr))]);
  switch (end.kind) {
    case 'workload': {
      const other = [...services, ...jobs].find(({ name }) => name === end.name);
      // a function is called through the API of AWS
      if (!other) return aws();
      return [{ ...namespaced(end.namespace), podSelector: { matchLabels: selectorOf(other) } }];
    }
    case 'ingress':
      return architecture.platform.ingress === 'nginx'
        ? [namespaced(addonNamespaces.nginx)]
        : vary('network.loadBalancers', loadBalancers(environment).map(block));
    case 'metrics':
      return [namespaced(addonNamespaces.metrics)];
    case 'datastore':
      if (end.selfHosted)
        return [
          {
            ...namespaced(addonNamespaces.data),
            podSelector: { matchLabels: reachedPodsOf(end) },
          },
        ];
      return port === 443
        ? aws()
        : vary(
            'network.databases',
            network.zones.map(({ dataCidr }) => block(dataCidr)),
          );
    case 'internet':
      return [anywhere];
    default:
      return end.cidrs.length > 0 ? end.cidrs.map(block) : [anywhere];
  }
}

export function block(cidr: string): YamlMap {
  return { ipBlock: { cidr } };
}

export function namespaced(name: string): YamlMap {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}
