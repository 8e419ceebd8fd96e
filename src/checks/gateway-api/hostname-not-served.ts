import { intersects, listenersOf, parentReferences } from '../../graph/kubernetes/gateways.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { check } from '../check.ts';
import { gateway, route, service } from './examples/shop.ts';

export default check({
  id: 'gateway-api/hostname-not-served',
  title: 'Route for a host that its gateway does not serve',
  dimension: 'functionality',
  severity: 'high',
  why: 'A route is only taken up by a listener whose hostname has a host in common with it. Where none has, the route is refused and the host answers 404.',
  sources: ['https://gateway-api.sigs.k8s.io/reference/spec/#httproutespec'],
  visits: parentReferences,
  judge({ resource, node, section, gateways }) {
    const [gateway] = gateways;
    const listeners = gateway ? listenersOf(gateway, section) : [];
    const hosts = itemsAt(resource.body, 'spec', 'hostnames').map(({ content }) => String(content));
    if (!gateway || listeners.length === 0 || hosts.length === 0) return;
    const served = listeners.map((listener) => textAt(listener, 'hostname'));
    if ([...hosts, ...served].some((host) => host.includes('${'))) return;
    if (hosts.some((host) => served.some((other) => intersects(other, host)))) return;
    return {
      message: `${resource.address} is for ${hosts.join(', ')}, and ${gateway.address} serves ${served.join(', ')} there: requests never reach the route. Bring the two together.`,
      at: resource.body.peek('spec', 'hostnames') ?? node,
      key: gateway.address,
    };
  },
  examples: {
    bad: gateway() + service() + route({ host: 'shop.example.org' }),
    good: gateway() + service() + route(),
  },
});
