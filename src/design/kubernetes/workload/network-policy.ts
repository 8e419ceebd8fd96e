import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Endpoint, Flow } from '../../flow.ts';
import { traceCollector } from '../../traces.ts';
import type { Job, Service } from '../../workload.ts';
import { why, type YamlMap, type YamlValue } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import { mergedMetrics } from '../mesh/istio/merged-metrics.ts';
import type { Site } from '../site.ts';
import { block, namespaced, peersOf } from './peers.ts';

/** Exactly the connections of the architecture that a workload is an end of, and what every pod needs. */
export function networkPolicyOf(workload: Service | Job, site: Site): YamlMap {
  const { name, namespace } = workload;
  const { flows } = site.environment;
  const is = (end: Endpoint) => end.kind === 'workload' && end.name === name;
  const rule = (side: 'from' | 'to', end: Endpoint, flow: Flow): YamlMap => ({
    [side]: peersOf(end, flow.port, site, workload.kind === 'service' ? workload : undefined),
    ports: portsOf(flow, site).map((port) => ({ protocol: 'TCP', port })),
  });
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: { matchLabels: selectorOf(workload) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        ...flows.filter(({ to }) => is(to)).map((flow) => rule('from', flow.from, flow)),
        ...(site.architecture.platform.mesh === 'linkerd' ? [proxyMetrics] : []),
      ],
      egress: [
        ...common(site),
        ...flows.filter(({ from }) => is(from)).map((flow) => rule('to', flow.to, flow)),
      ],
    },
  };
}

/** What the proxy of Linkerd tells of itself, beside every service and job. */
const proxyMetrics: YamlMap = {
  from: [namespaced(addonNamespaces.metrics)],
  ports: [{ protocol: 'TCP', port: 4191 }],
};

/** The ports of a connection: proxies of a mesh may use one of their own. */
function portsOf({ from, to, port }: Flow, { architecture, environment }: Site): number[] {
  const { mesh } = architecture.platform;
  if (mesh === 'istio' && from.kind === 'metrics') return [mergedMetrics.port];
  const isCalled = to.kind === 'workload' && environment.services.some(({ name }) => name === to.name);
  // proxies of Linkerd call each other at a port of their own, and say inside which one is meant
  return mesh === 'linkerd' && isCalled && from.kind === 'workload' ? [port, 4143] : [port];
}

/** What every pod asks for: names, credentials, a place for its traces, and the mesh that it is in. */
function common({ architecture }: Site): YamlValue[] {
  const control = {
    none: undefined,
    istio: { namespace: addonNamespaces.istio, ports: [15012] },
    linkerd: { namespace: addonNamespaces.linkerd, ports: [8080, 8086, 8090] },
  }[architecture.platform.mesh];
  return [
    why(
      {
        to: [
          { ...namespaced(addonNamespaces.system), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } },
        ],
        ports: ['UDP', 'TCP'].map((protocol) => ({ protocol, port: 53 })),
      },
      'Names.',
    ),
    why(
      { to: [block('169.254.170.23/32')], ports: [{ protocol: 'TCP', port: 80 }] },
      'Credentials of AWS, from the agent of EKS Pod Identity on the node.',
    ),
    why(
      {
        to: [
          {
            ...namespaced(traceCollector.namespace),
            podSelector: { matchLabels: { 'app.kubernetes.io/name': traceCollector.name } },
          },
        ],
        ports: traceCollector.ports.map((port) => ({ protocol: 'TCP', port })),
      },
      'Traces.',
    ),
    ...(control
      ? [
          why(
            {
              to: [namespaced(control.namespace)],
              ports: control.ports.map((port) => ({ protocol: 'TCP', port })),
            },
            'What tells the proxy of the mesh whom it may trust.',
          ),
        ]
      : []),
  ];
}
