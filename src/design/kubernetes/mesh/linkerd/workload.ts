import type { Job, Service } from '../../../workload.ts';
import { why, type YamlMap, type YamlValue } from '../../../yaml/yaml.ts';
import { selectorOf } from '../../labels.ts';
import type { Site } from '../../site.ts';
import { entranceRanges, podRanges } from '../../workload/peers.ts';
import { callersOf } from '../callers.ts';

/** Who may call a service: the identities of its callers, and load balancers and Prometheus by their addresses. */
export function linkerdOf(workload: Service | Job, site: Site): YamlMap[] {
  if (workload.kind === 'job') return [];
  const { name, namespace, protocol, expose } = workload;
  const { architecture, environment } = site;
  const isEntered = expose !== undefined && architecture.platform.ingress !== 'none';
  const callers = callersOf(workload, environment).map((one) => ({
    kind: 'ServiceAccount',
    name: one.name,
    namespace: one.namespace,
  }));
  const meshed = {
    metadata: { name: `${name}-callers`, namespace },
    spec: { identityRefs: callers },
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
    ...(callers.length > 0
      ? [
          { apiVersion: 'policy.linkerd.io/v1alpha1', kind: 'MeshTLSAuthentication', ...meshed },
          authorization(`${name}-callers`, namespace, name, 'MeshTLSAuthentication'),
        ]
      : []),
    ...(protocol === 'tcp' ? [] : byAddress(`${name}-metrics`, workload, metricsNetworks(site))),
    ...(isEntered ? byAddress(`${name}-outside`, workload, entranceNetworks(workload, site)) : []),
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

function entranceNetworks(service: Service, site: Site): YamlValue {
  return why(
    site.vary(
      'network.entranceNetworks',
      entranceRanges(service, site).map((cidr) => ({ cidr })),
    ),
    'What takes requests is not in the mesh; the network policy lets in nothing else from there.',
  );
}

function metricsNetworks({ environment, vary }: Site): YamlValue {
  const networks = podRanges(environment).map((cidr) => ({ cidr }));
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
