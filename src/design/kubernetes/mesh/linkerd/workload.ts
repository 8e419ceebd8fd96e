import { addonNamespaces } from '../../../addon-namespaces.ts';
import type { Job, Service } from '../../../workload.ts';
import { why, type YamlMap, type YamlValue } from '../../../yaml/yaml.ts';
import { selectorOf } from '../../labels.ts';
import type { Site } from '../../site.ts';
import { loadBalancers } from '../../workload/peers.ts';
import { callersOf } from '../callers.ts';

/** Who may call a service: the identities of its callers, and load balancers and Prometheus by their addresses. */
export function linkerdOf(workload: Service | Job, site: Site): YamlMap[] {
  if (workload.kind === 'job') return [];
  const { name, namespace, protocol, expose } = workload;
  const { architecture, environment } = site;
  const entersByAlb = expose !== undefined && architecture.platform.ingress === 'alb';
  const entersByNginx = expose !== undefined && architecture.platform.ingress === 'nginx';
  const callers = callersOf(workload, environment).map((one) => ({
    kind: 'ServiceAccount',
    name: one.name,
    namespace: one.namespace,
  }));
  const meshed = {
    metadata: { name: `${name}-callers`, namespace },
    spec: {
      ...(callers.length > 0 && { identityRefs: callers }),
      ...(entersByNginx && { identities: [anyoneIn(addonNamespaces.nginx)] }),
    },
  };
  return [
    {
      apiVersion: 'policy.linkerd.io/v1beta3',
      kind: 'Server',
      metadata: { name, namespace },
      spec: {
        podSelector: { matchLabels: selectorOf(workload) },
        port: 'main',
        // metrics are asked for on the same port as HTTP/1, whatever else is spoken there
        proxyProtocol: protocol === 'http' ? 'HTTP/1' : protocol === 'grpc' ? 'unknown' : 'opaque',
        accessPolicy: 'deny',
      },
    },
    ...(callers.length > 0 || entersByNginx
      ? [
          { apiVersion: 'policy.linkerd.io/v1alpha1', kind: 'MeshTLSAuthentication', ...meshed },
          authorization(`${name}-callers`, namespace, name, 'MeshTLSAuthentication'),
        ]
      : []),
    ...(protocol === 'tcp' ? [] : byAddress(`${name}-metrics`, workload, metricsNetworks(site))),
    ...(entersByAlb ? byAddress(`${name}-load-balancer`, workload, loadBalancerNetworks(site)) : []),
  ];
}

/** Lets in what has no identity in the mesh, by where it is. */
function byAddress(name: string, service: Service, networks: YamlValue): YamlMap[] {
  const { namespace } = service;
  return [
    {
      apiVersion: 'policy.linkerd.io/v1alpha1',
      kind: 'NetworkAuthentication',
      metadata: { name, namespace },
      spec: { networks },
    },
    authorization(name, namespace, service.name, 'NetworkAuthentication'),
  ];
}

function loadBalancerNetworks({ environment, vary }: Site): YamlValue {
  const networks = loadBalancers(environment).map((cidr) => ({ cidr }));
  return why(
    vary('network.loadBalancerNetworks', networks),
    'Load balancers are not in the mesh; nothing else is in their subnets.',
  );
}

function metricsNetworks({ environment, vary }: Site): YamlValue {
  const networks = environment.network.zones.map(({ privateCidr }) => ({ cidr: privateCidr }));
  return why(
    vary('network.podNetworks', networks),
    'Prometheus is not in the mesh; the network policy lets only it and callers in from here.',
  );
}

function authorization(name: string, namespace: string, server: string, kind: string): YamlMap {
  return {
    apiVersion: 'policy.linkerd.io/v1alpha1',
    kind: 'AuthorizationPolicy',
    metadata: { name, namespace },
    spec: {
      targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: server },
      requiredAuthenticationRefs: [{ group: 'policy.linkerd.io', kind, name }],
    },
  };
}

/** Any service account of a namespace, as an identity of the mesh. */
function anyoneIn(namespace: string): string {
  return `*.${namespace}.serviceaccount.identity.linkerd.cluster.local`;
}
