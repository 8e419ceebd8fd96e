import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { containersOf, podOf } from './pods.ts';

/**
 * Annotations that keep a load balancer inside the network. Sources: documentation of the AWS Load Balancer Controller,
 * of GKE and of the cloud providers for Azure, AWS, OpenStack, OCI and Alibaba.
 */
const internal: readonly (readonly [key: RegExp, value: RegExp])[] = [
  [/^service\.beta\.kubernetes\.io\/.+-internal$/, /^(?:true|0\.0\.0\.0\/0|yes)$/],
  [/load-balancer-scheme$/, /^internal$/],
  [/load-balancer-type$/, /^Internal$/i],
  [/(?:address-type|internal-load-balancer)$/, /^(?:intranet|true)$/],
];

/** Whether a Service asks for a load balancer without a public address. @throws Undecided */
export function isInternal(service: Node): boolean {
  return service
    .entries('metadata', 'annotations')
    .some(([name, value]) =>
      internal.some(([key, wanted]) => key.test(name) && wanted.test(value.text() ?? '')),
    );
}

const gateway =
  /ingress|gateway|traefik|envoy|haproxy|kong|istio|contour|nginx-controller|ambassador|emissary|caddy|skipper/i;

/** Whether a Service leads to what routes for others: an ingress controller, a gateway or a proxy of the mesh. */
export function isGateway(graph: Graph, service: Resource): boolean {
  if (gateway.test(service.name)) return true;
  return graph.from(service, 'selects').some(({ to }) => {
    const pod = podOf(to);
    return (
      gateway.test(to.name) ||
      (pod !== undefined &&
        containersOf(pod).some(({ node }) => gateway.test(String(node.peek('image')?.content ?? ''))))
    );
  });
}
