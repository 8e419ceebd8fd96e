import { addonNamespaces } from '../addon-namespaces.ts';
import type { Environment } from '../environment.ts';
import { traceCollector } from '../traces.ts';
import type { YamlMap } from '../yaml/yaml.ts';
import type { Addon } from './addon.ts';
import { monitoringNamespace } from './addons/watching.ts';

const everyNamespace: YamlMap = { namespaceSelector: {} };

/** Ports that pods of other namespaces may reach, besides metrics. */
const openPorts: Readonly<Record<string, readonly number[]>> = {
  [traceCollector.namespace]: traceCollector.ports,
  // configuration and certificates of proxies
  'istio-system': [15_012],
  linkerd: [8080, 8086, 8090],
  vault: [8200],
};

/** Namespaces of add-ons that call pods of others: to scrape them, to lead requests to them. */
const callers = new Set([monitoringNamespace, 'ingress-nginx']);

/** Whoever judges new versions by their numbers, and the port of Prometheus. */
const judge = { namespace: addonNamespaces.rollouts, port: 9090 } as const;

/** A namespace of add-ons, closed but for what they need. */
export function policiesOf(name: string, addons: readonly Addon[], environment: Environment): YamlMap[] {
  const { network } = environment;
  const here = addons.filter(({ namespace }) => namespace === name);
  const webhooks = [...new Set(here.flatMap(({ webhookPorts = [] }) => webhookPorts))];
  const control = network.zones.map(({ controlCidr }) => block(controlCidr));
  const nodes = network.zones.map(({ privateCidr }) => block(privateCidr));
  const own: YamlMap = { podSelector: {} };
  const open = openPorts[name] ?? [];
  const isJudged = addons.some(({ namespace }) => namespace === judge.namespace);
  return [
    policy('default-deny', name, {}),
    policy('allow-platform', name, {
      ingress: [
        { from: [own] },
        { from: [namespaced(monitoringNamespace)] },
        ...(webhooks.length > 0 ? [{ from: control, ports: tcp(...webhooks) }] : []),
        ...(open.length > 0 ? [{ from: [everyNamespace], ports: tcp(...open) }] : []),
        ...(name === 'ingress-nginx' ? [{ ports: tcp(80, 443) }] : []),
        ...(name === monitoringNamespace && isJudged
          ? [{ from: [namespaced(judge.namespace)], ports: tcp(judge.port) }]
          : []),
      ],
      egress: [
        { to: [own] },
        { to: [namespaced('kube-system')], ports: [{ protocol: 'UDP', port: 53 }, ...tcp(53)] },
        // where EKS Pod Identity hands out credentials
        { to: [block('169.254.170.23/32')], ports: tcp(80) },
        // the API of Kubernetes, AWS, Git and registries
        { to: [block('0.0.0.0/0')], ports: tcp(443) },
        ...(callers.has(name) ? [{ to: [everyNamespace] }] : []),
        ...(name === judge.namespace
          ? [{ to: [namespaced(monitoringNamespace)], ports: tcp(judge.port) }]
          : []),
        // how instances of PostgreSQL are, and which of them is the primary
        ...(name === addonNamespaces.postgresOperator
          ? [{ to: [namespaced(addonNamespaces.data)], ports: tcp(5432, 8000) }]
          : []),
        // what nodes tell of themselves
        ...(name === monitoringNamespace ? [{ to: nodes, ports: tcp(9100, 10_250) }] : []),
        ...(name === 'external-secrets' && addons.some((one) => one.name === 'vault')
          ? [{ to: [namespaced('vault')], ports: tcp(8200) }]
          : []),
      ],
    }),
  ];
}

function policy(name: string, namespace: string, rules: YamlMap): YamlMap {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ...rules },
  };
}

function tcp(...ports: number[]): YamlMap[] {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}

function block(cidr: string): YamlMap {
  return { ipBlock: { cidr } };
}

function namespaced(name: string): YamlMap {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}
