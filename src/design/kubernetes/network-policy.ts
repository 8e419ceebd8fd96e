import type { Environment } from '../environment.ts';
import type { Endpoint } from '../flow.ts';
import type { Job, Service } from '../workload.ts';
import type { YamlMap } from '../yaml/yaml.ts';
import { selectorOf } from './pod.ts';

const inside = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'];

/** Exactly the connections of the architecture that a workload is an end of, and names. */
export function networkPolicyOf(workload: Service | Job, environment: Environment): YamlMap {
  const { name, namespace } = workload;
  const is = (end: Endpoint) => end.kind === 'workload' && end.name === name;
  const rule = (side: 'from' | 'to', end: Endpoint, port: number): YamlMap => ({
    [side]: peersOf(end, port, environment),
    ports: [{ protocol: 'TCP', port }],
  });
  const dns = {
    to: [namespaced('kube-system')],
    ports: ['UDP', 'TCP'].map((protocol) => ({ protocol, port: 53 })),
  };
  // where EKS Pod Identity hands out credentials
  const identity = { to: [block('169.254.170.23/32')], ports: [{ protocol: 'TCP', port: 80 }] };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: { matchLabels: selectorOf(workload) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: environment.flows.filter(({ to }) => is(to)).map(({ from, port }) => rule('from', from, port)),
      egress: [
        dns,
        identity,
        ...environment.flows.filter(({ from }) => is(from)).map(({ to, port }) => rule('to', to, port)),
      ],
    },
  };
}

function peersOf(end: Endpoint, port: number, { network, services, jobs }: Environment): YamlMap[] {
  const anywhere = { ipBlock: { cidr: '0.0.0.0/0', except: inside } };
  switch (end.kind) {
    case 'workload': {
      const other = [...services, ...jobs].find(({ name }) => name === end.name);
      // a function is called through the API of AWS
      if (!other) return [anywhere, ...network.zones.map(({ controlCidr }) => block(controlCidr))];
      return [{ ...namespaced(end.namespace), podSelector: { matchLabels: selectorOf(other) } }];
    }
    case 'ingress':
      return network.zones.map(({ publicCidr }) => block(publicCidr));
    case 'metrics':
      return [namespaced('monitoring')];
    case 'datastore':
      if (end.selfHosted) return [namespaced('data')];
      return port === 443
        ? [anywhere, ...network.zones.map(({ controlCidr }) => block(controlCidr))]
        : network.zones.map(({ dataCidr }) => block(dataCidr));
    case 'internet':
      return [anywhere];
    default:
      return end.cidrs.length > 0 ? end.cidrs.map(block) : [anywhere];
  }
}

function block(cidr: string): YamlMap {
  return { ipBlock: { cidr } };
}

function namespaced(name: string): YamlMap {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}
