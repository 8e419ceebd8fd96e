import { addonNamespaces } from '../../../addon-namespaces.ts';
import type { Job, Service } from '../../../workload.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import { selectorOf } from '../../labels.ts';
import type { Site } from '../../site.ts';
import { loadBalancers } from '../../workload/peers.ts';
import { callersOf } from '../callers.ts';

/** Who may call a service: the identities of its callers, load balancers by their addresses, and what collects metrics. */
export function linkerdOf(workload: Service | Job, site: Site): YamlMap[] {
  if (workload.kind === 'job') return [];
  const { name, namespace, protocol, expose } = workload;
  const { architecture, environment, vary } = site;
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
      identities: [
        anyoneIn(addonNamespaces.metrics),
        ...(entersByNginx ? [anyoneIn(addonNamespaces.nginx)] : []),
      ],
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
        proxyProtocol: protocol === 'http' ? 'HTTP/1' : protocol === 'grpc' ? 'gRPC' : 'opaque',
        accessPolicy: 'deny',
      },
    },
    { apiVersion: 'policy.linkerd.io/v1alpha1', kind: 'MeshTLSAuthentication', ...meshed },
    authorization(`${name}-callers`, namespace, name, 'MeshTLSAuthentication'),
    ...(entersByAlb
      ? [
          {
            apiVersion: 'policy.linkerd.io/v1alpha1',
            kind: 'NetworkAuthentication',
            metadata: { name: `${name}-load-balancer`, namespace },
            spec: {
              networks: why(
                vary(
                  'network.loadBalancerNetworks',
                  loadBalancers(environment).map((cidr) => ({ cidr })),
                ),
                'Load balancers have no identity in the mesh; nothing else is in their subnets.',
              ),
            },
          },
          authorization(`${name}-load-balancer`, namespace, name, 'NetworkAuthentication'),
        ]
      : []),
  ];
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
