import { gatewayType, listenersOf, parentReferences } from '../../graph/kubernetes/gateways.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { textAt } from '../../graph/look.ts';
import { check } from '../check.ts';
import { gateway, route, service } from './examples/shop.ts';

export default check({
  id: 'gateway-api/parent-missing',
  title: 'Route on a gateway that does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'A route hangs on the Gateway, and the listener, that it names in parentRefs. Where that is not there nobody takes the route up: its status stays empty and the host answers 404.',
  sources: ['https://gateway-api.sigs.k8s.io/api-types/httproute/#attaching-to-gateways'],
  visits: parentReferences,
  judge({ resource, node, name, section, gateways }, graph) {
    const [gateway] = gateways;
    if (!gateway) {
      if (name.includes('${') || !holdsAny(graph, resource, [gatewayType])) return;
      return {
        message: `${resource.address} hangs on Gateway ${name}, which nothing in the repository declares in that namespace: correct its name or namespace.`,
        at: node.peek('name')!,
        key: name,
      };
    }
    // listeners may come from objects of their own
    if (
      section === '' ||
      listenersOf(gateway, section).length > 0 ||
      gateway.body.has('spec', 'allowedListeners')
    )
      return;
    const names = listenersOf(gateway, '').map((listener) => textAt(listener, 'name'));
    return {
      message: `${resource.address} hangs on listener ${section} of ${gateway.address}, which has only ${names.join(', ')}: name one of these.`,
      at: node.peek('sectionName')!,
      key: `${name}/${section}`,
    };
  },
  examples: {
    bad: gateway() + service() + route({ parent: 'publik' }),
    good: gateway() + service() + route(),
  },
});
