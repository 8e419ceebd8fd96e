import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { isEmpty, plainSelector, selectWorkloads } from '../kubernetes/labels.ts';
import { resolveName } from '../kubernetes/names.ts';
import { itemsAt } from '../look.ts';

/** Service → the workloads whose pods it selects. A Service without a selector has its endpoints elsewhere. */
export function linkServices(graph: Graph): Relation[] {
  return graph.ofType('Service').flatMap((service) => {
    const at = service.body.peek('spec', 'selector');
    const selector = plainSelector(at);
    if (!at || isEmpty(selector)) return [];
    return selectWorkloads(graph, service, selector).map((to) => ({
      kind: 'selects' as const,
      from: service,
      to,
      at,
    }));
  });
}

/** A place that names a Service which traffic is sent to. */
export interface Backend {
  readonly from: Resource;
  readonly at: Node;
  readonly service: string;
  readonly namespace: string | undefined;
  readonly port: string | number | undefined;
  /** written as an API wrote it that is gone, so that the one in use sees no backend at all */
  readonly retired?: boolean;
}

/** Ingress, Gateway API routes and Istio VirtualServices: every Service they send traffic to. */
export function backendsOf(graph: Graph): readonly Backend[] {
  return graph.derive(backendsOf, () => {
    const external = externalHosts(graph);
    return [
      ...graph.ofType('Ingress').flatMap(ingressBackends),
      ...routeTypes.flatMap((type) => graph.ofType(type)).flatMap(routeBackends),
      ...graph
        .ofType('VirtualService.networking.istio.io')
        .flatMap((from) => virtualServiceBackends(from, external)),
    ];
  });
}

const routeTypes = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'].flatMap((kind) => [
  kind,
  `${kind}.gateway.networking.k8s.io`,
]);

export function linkBackends(graph: Graph): Relation[] {
  return backendsOf(graph).flatMap(({ from, at, service, namespace }) =>
    resolveName(graph, from, 'Service', service, { namespace }).map((to) => ({
      kind: 'routes-to' as const,
      from,
      to,
      at,
    })),
  );
}

function ingressBackends(from: Resource): Backend[] {
  const spec = from.body.peek('spec');
  const isNested = from.body.peek('apiVersion')?.content === 'networking.k8s.io/v1';
  const nodes = [
    spec?.peek('defaultBackend'),
    spec?.peek('backend'),
    ...itemsAt(spec, 'rules').flatMap((rule) =>
      itemsAt(rule.peek('http'), 'paths').map((path) => path.peek('backend')),
    ),
  ];
  return nodes.flatMap((backend) => {
    // networking.k8s.io/v1 nests the service; extensions/v1beta1 did not
    const name = backend?.peek('service', 'name') ?? backend?.peek('serviceName');
    const port =
      backend?.peek('service', 'port', 'number') ??
      backend?.peek('service', 'port', 'name') ??
      backend?.peek('servicePort');
    const retired = isNested && backend?.peek('service', 'name') === undefined;
    return backendAt(from, name, undefined, port).map((found) => ({ ...found, ...(retired && { retired }) }));
  });
}

function routeBackends(from: Resource): Backend[] {
  return itemsAt(from.body.peek('spec'), 'rules').flatMap((rule) =>
    itemsAt(rule, 'backendRefs').flatMap((backend) => {
      const kind = backend.peek('kind')?.content;
      if (kind !== undefined && kind !== 'Service') return [];
      return backendAt(from, backend.peek('name'), backend.peek('namespace'), backend.peek('port'));
    }),
  );
}

/** Ends of names of the internet that nobody gives to a namespace. */
const topLevel = /^(?:com|org|net|io|dev|app|cloud|local|internal|test|example)$/;

/** Hosts outside of the mesh that ServiceEntries make known in it. */
function externalHosts(graph: Graph): ReadonlySet<string> {
  return new Set(
    graph
      .ofType('ServiceEntry.networking.istio.io')
      .flatMap(({ body }) => itemsAt(body.peek('spec'), 'hosts').map(({ content }) => String(content))),
  );
}

function virtualServiceBackends(from: Resource, external: ReadonlySet<string>): Backend[] {
  const spec = from.body.peek('spec');
  return ['http', 'tcp', 'tls'].flatMap((protocol) =>
    itemsAt(spec, protocol).flatMap((rule) =>
      itemsAt(rule, 'route').flatMap((route) => {
        const host = route.peek('destination', 'host');
        if (typeof host?.content !== 'string') return [];
        const [service = '', namespace, more] = host.content.split('.');
        // three parts and more are a host of the internet, unless the third says that it is a Service
        const isOutside = more === undefined ? topLevel.test(namespace ?? '') : more !== 'svc';
        if (isOutside || host.content.startsWith('*') || external.has(host.content)) return [];
        const port = route.peek('destination', 'port', 'number');
        return backendAt(from, host, undefined, port).map((backend) => ({ ...backend, service, namespace }));
      }),
    ),
  );
}

function backendAt(
  from: Resource,
  name: Node | undefined,
  namespace: Node | undefined,
  port: Node | undefined,
): Backend[] {
  if (typeof name?.content !== 'string') return [];
  const value = port?.content;
  return [
    {
      from,
      at: name,
      service: name.content,
      namespace: typeof namespace?.content === 'string' ? namespace.content : undefined,
      port: typeof value === 'string' || typeof value === 'number' ? value : undefined,
    },
  ];
}
