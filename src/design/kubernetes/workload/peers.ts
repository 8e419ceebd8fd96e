import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Environment } from '../../environment.ts';
import type { Endpoint } from '../../flow.ts';
import { hasOwnLoadBalancer } from '../../own-load-balancer.ts';
import type { Service } from '../../workload.ts';
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

/** Where what comes to a service from outside comes from: what takes it is not in the mesh, and known by its address. */
export function entranceRanges(service: Service, { architecture, environment }: Site): string[] {
  return architecture.platform.ingress === 'nginx' && !hasOwnLoadBalancer(service)
    ? podRanges(environment)
    : loadBalancers(environment);
}

/** What leads to a service from outside. */
function entrancePeers(service: Service, { architecture, environment, vary }: Site): YamlValue {
  return architecture.platform.ingress === 'nginx' && !hasOwnLoadBalancer(service)
    ? [namespaced(addonNamespaces.nginx)]
    : vary('network.loadBalancers', loadBalancers(environment).map(block));
}

/** One end of a connection as network policies name it. @param called the service at the other end */
export function peersOf(end: Endpoint, port: number, site: Site, called?: Service): YamlValue {
  const { environment, vary } = site;
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
      // nothing but services is called from outside
      return entrancePeers(called!, site);
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
