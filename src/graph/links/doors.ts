import type { Relation } from '../../model/relation.ts';
import { namedResources, wordsOf } from '../cloud-names.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, namespaceOf, resolveName } from '../kubernetes/names.ts';
import { servicesNamedIn } from '../kubernetes/service-hosts.ts';
import { itemsAt, textAt } from '../look.ts';

const gatewayTypes = ['Gateway.gateway.networking.k8s.io', 'Gateway'];
const routeTypes = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'].flatMap((kind) => [
  kind,
  `${kind}.gateway.networking.k8s.io`,
]);

/** Route → its Gateway, Gateway → its class; VirtualService → its Istio Gateway. */
export function linkGateways(graph: Graph): Relation[] {
  const routes = routeTypes.flatMap((type) =>
    graph.ofType(type).flatMap((from) =>
      itemsAt(from.body, 'spec', 'parentRefs').flatMap((at) => {
        const namespace = textAt(at, 'namespace') || namespaceOf(from);
        return gatewayTypes
          .flatMap((gateway) => resolveName(graph, from, gateway, textAt(at, 'name'), { namespace }))
          .map((to) => ({ kind: 'uses' as const, from, to, at }));
      }),
    ),
  );
  const classes = gatewayTypes.flatMap((type) =>
    graph.ofType(type).flatMap((from) => {
      const at = from.body.peek('spec', 'gatewayClassName');
      if (typeof at?.content !== 'string') return [];
      const name = at.content;
      return ['GatewayClass.gateway.networking.k8s.io', 'GatewayClass']
        .flatMap((gatewayClass) => resolveName(graph, from, gatewayClass, name, { anyNamespace: true }))
        .map((to) => ({ kind: 'uses' as const, from, to, at }));
    }),
  );
  const istio = graph.ofType('VirtualService.networking.istio.io').flatMap((from) =>
    itemsAt(from.body, 'spec', 'gateways').flatMap((at) => {
      if (typeof at.content !== 'string' || at.content === 'mesh') return [];
      const parts = at.content.split('/');
      const namespace = parts.length > 1 ? parts[0] : namespaceOf(from);
      return resolveName(graph, from, 'Gateway.networking.istio.io', parts.at(-1)!, { namespace }).map(
        (to) => ({
          kind: 'uses' as const,
          from,
          to,
          at,
        }),
      );
    }),
  );
  return [...routes, ...classes, ...istio];
}

/**
 * Labels by which operators mark the pods that they make for a custom resource.
 * Sources: Prometheus Operator, CloudNativePG and Strimzi documentation.
 */
const madeFor: Readonly<Record<string, string>> = {
  prometheus: 'Prometheus.monitoring.coreos.com',
  alertmanager: 'Alertmanager.monitoring.coreos.com',
  'cnpg.io/cluster': 'Cluster.postgresql.cnpg.io',
  'strimzi.io/cluster': 'Kafka.kafka.strimzi.io',
};

/** Service → the custom resource whose operator makes the pods that it selects. */
export function linkMadePods(graph: Graph): Relation[] {
  return graph.ofType('Service').flatMap((from) =>
    Object.entries(madeFor).flatMap(([label, type]) => {
      const selector = from.body.peek('spec', 'selector');
      const isNamed = selector?.peek('app.kubernetes.io/name')?.content === label;
      const at = selector?.peek(isNamed ? 'app.kubernetes.io/instance' : label);
      if (typeof at?.content !== 'string') return [];
      return resolveName(graph, from, type, at.content).map((to) => ({
        kind: 'uses' as const,
        from,
        to,
        at,
      }));
    }),
  );
}

/** Service of type ExternalName → the Service or cloud resource that its name means. */
export function linkExternalNames(graph: Graph): Relation[] {
  const named = namedResources(graph);
  return graph.ofType('Service').flatMap((from) => {
    const at = from.body.peek('spec', 'externalName');
    if (typeof at?.content !== 'string') return [];
    const services = servicesNamedIn(graph, from, 'host', at.content);
    const cloud = wordsOf(at.content)
      .flatMap((word) => named.get(word) ?? [])
      .filter(({ resource }) => mayMeet(from, resource));
    return [
      ...services.map((to) => ({ kind: 'calls' as const, from, to, at })),
      ...cloud.map(({ resource }) => ({ kind: 'configured-by' as const, from, to: resource, at })),
    ];
  });
}
