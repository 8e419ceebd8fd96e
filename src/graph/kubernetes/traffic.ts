import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import { type Container, containersOf } from './pods.ts';

/** The Services that send traffic to a workload. */
export function servicesOf(graph: Graph, workload: Resource): readonly Resource[] {
  return graph.to(workload, 'selects').map(({ from }) => from);
}

/** Whether a port is there to be scraped, not to serve: by its name. */
export function isMetricsPort(name: string): boolean {
  return /metrics|telemetry|prometheus|^prom$/i.test(name);
}

/** Whether somebody depends on a workload: a Service sends it more than the requests of a monitoring system. */
export function servesOthers(graph: Graph, workload: Resource): boolean {
  return servicesOf(graph, workload).some((service) => {
    // a headless Service that is scraped exists for being scraped; that of a StatefulSet names its pods too
    const isForScraping =
      workload.type !== 'StatefulSet' &&
      service.body.peek('spec', 'clusterIP')?.content === 'None' &&
      graph.to(service, 'scrapes').length > 0;
    return (
      !isForScraping &&
      itemsAt(service.body, 'spec', 'ports').some((port) => !isMetricsPort(textAt(port, 'name')))
    );
  });
}

/** What lets traffic from outside of the cluster in to a workload: an Ingress, a route, or a Service of type LoadBalancer or NodePort. */
export function doorTo(graph: Graph, workload: Resource): Resource | undefined {
  for (const service of servicesOf(graph, workload)) {
    if (isOpen(service)) return service;
    const [route] = graph.to(service, 'routes-to');
    if (route) return route.from;
  }
  return undefined;
}

/** Whether a Service is itself a way in from outside, or a route leads to it. */
export function isDoor(graph: Graph, service: Resource): boolean {
  return isOpen(service) || graph.to(service, 'routes-to').length > 0;
}

function isOpen(service: Resource): boolean {
  const type = service.body.peek('spec', 'type')?.content;
  return type === 'LoadBalancer' || type === 'NodePort';
}

/**
 * Whether a Service sends traffic to a container: to a port that it declares, or to one that no container of the pod
 * declares and it is the only one that could open.
 * @throws Undecided
 */
export function isServed(graph: Graph, container: Container): boolean {
  const services = servicesOf(graph, container.resource);
  if (services.length === 0) return false;
  const others = containersOf(container.pod).filter(({ role }) => role === 'main' || role === 'sidecar');
  return services.some((service) =>
    service.body.list('spec', 'ports').some((port) => {
      const target = port.text('targetPort') ?? port.text('port');
      if (target === undefined) return false;
      const openers = others.filter((other) => declaresPort(other, target));
      if (openers.length === 0) return others.length === 1;
      return openers.some(({ node }) => node === container.node);
    }),
  );
}

/** Whether a container declares a port of a name or number. @throws Undecided */
export function declaresPort({ node }: Container, port: string): boolean {
  return node
    .list('ports')
    .some((declared) => declared.text('name') === port || declared.text('containerPort') === port);
}
