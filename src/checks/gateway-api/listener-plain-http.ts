import type { Graph } from '../../graph/graph.ts';
import { gatewayType, routeTypes } from '../../graph/kubernetes/gateways.ts';
import { isTriedOut } from '../../graph/kubernetes/tried-out.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';
import { gateway, httpsListener } from './examples/shop.ts';

const httpListener = `    - name: http
      protocol: HTTP
      port: 80
`;

export default check({
  id: 'gateway-api/listener-plain-http',
  title: 'Gateway that serves plain HTTP only',
  dimension: 'security',
  severity: 'medium',
  why: 'What comes in without TLS can be read and changed on the way, cookies and passwords among it. Serve HTTPS, and keep a listener for HTTP only to send browsers on.',
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/'],
  visits: resources(gatewayType),
  judge({ resource, node }, graph) {
    const listeners = itemsAt(node, 'spec', 'listeners');
    const plain = listeners.find((listener) => textAt(listener, 'protocol') === 'HTTP');
    if (!plain || listeners.some((listener) => /^(?:HTTPS|TLS)$/.test(textAt(listener, 'protocol')))) return;
    if (redirects(graph, resource)) return;
    return {
      message: `${resource.address} takes HTTP and no HTTPS: add a listener with a certificate, and a route with RequestRedirect for this one.`,
      at: plain,
      ...(isTriedOut(resource) && { severity: 'low' }),
    };
  },
  examples: {
    bad: gateway(httpListener),
    good: gateway(httpListener + httpsListener()),
  },
});

/** Whether a route on the Gateway sends browsers on to HTTPS, which something else may serve. */
function redirects(graph: Graph, gateway: Resource): boolean {
  return routeTypes.some((type) =>
    graph
      .ofType(type)
      .some(
        ({ body }) =>
          itemsAt(body, 'spec', 'parentRefs').some((parent) => textAt(parent, 'name') === gateway.name) &&
          itemsAt(body, 'spec', 'rules').some((rule) =>
            itemsAt(rule, 'filters').some(
              (filter) => textAt(filter, 'requestRedirect', 'scheme') === 'https',
            ),
          ),
      ),
  );
}
