import { listenersOf, parentReferences } from '../../graph/kubernetes/gateways.ts';
import { namespaceOf } from '../../graph/kubernetes/names.ts';
import { textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';
import { gateway, httpsListener, route, service } from './examples/shop.ts';

export default check({
  id: 'gateway-api/namespace-not-allowed',
  title: 'Route from a namespace that the listener does not take',
  dimension: 'functionality',
  severity: 'high',
  why: 'A listener takes routes of its own namespace only, unless allowedRoutes says otherwise. A route from another one is refused, which only its status says, and the host answers 404.',
  sources: ['https://gateway-api.sigs.k8s.io/guides/multiple-ns/'],
  visits: parentReferences,
  judge({ resource, node, section, gateways }) {
    const own = namespaceOf(resource);
    const [gateway] = gateways;
    const theirs = gateway && namespaceOf(gateway);
    if (!gateway || own === undefined || theirs === undefined || own === theirs) return;
    const listeners = listenersOf(gateway, section);
    if (listeners.length === 0 || listeners.some((listener) => fromOf(listener) !== 'Same')) return;
    return {
      message: `${resource.address} stands in namespace ${own}, and ${gateway.address} takes routes of its own alone: set allowedRoutes.namespaces.from to Selector or All on the listener.`,
      at: node,
      key: gateway.address,
    };
  },
  examples: {
    bad: gateway(httpsListener('')) + service() + route(),
    good: gateway() + service() + route(),
  },
});

function fromOf(listener: Node): string {
  return textAt(listener, 'allowedRoutes', 'namespaces', 'from') || 'Same';
}
