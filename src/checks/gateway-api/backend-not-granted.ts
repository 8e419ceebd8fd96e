import type { Graph } from '../../graph/graph.ts';
import { gatewayType, routeTypes } from '../../graph/kubernetes/gateways.ts';
import { mayMeet, namespaceOf } from '../../graph/kubernetes/names.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';
import { gateway, route, service } from './examples/shop.ts';

const grantType = 'ReferenceGrant.gateway.networking.k8s.io';

const toCart = route({ backend: '          namespace: cart\n' });

export default check({
  id: 'gateway-api/backend-not-granted',
  title: 'Backend of another namespace that has not agreed',
  dimension: 'functionality',
  severity: 'high',
  why: 'A route may send traffic to a Service of another namespace only where a ReferenceGrant there allows it. Without one the gateway answers 500, and only the status of the route says why.',
  sources: ['https://gateway-api.sigs.k8s.io/api-types/referencegrant/'],
  visits: resources(...routeTypes),
  judge({ resource, node }, graph) {
    const own = namespaceOf(resource);
    const kind = resource.type.split('.')[0]!;
    if (itemsAt(node, 'spec', 'parentRefs').some((parent) => mayGoWithout(graph, resource, parent))) return;
    return itemsAt(node, 'spec', 'rules').flatMap((rule) =>
      itemsAt(rule, 'backendRefs').flatMap((backend): Fault[] => {
        const namespace = textAt(backend, 'namespace');
        if (namespace === '' || own === undefined || namespace === own || namespace.includes('${')) return [];
        if (isGranted(graph, resource, kind, own, namespace)) return [];
        if (!holdsPartOf(graph, resource, namespace)) return [];
        return [
          {
            message: `${resource.address} sends traffic to Service ${textAt(backend, 'name')} of namespace ${namespace}, where no ReferenceGrant allows ${kind} of ${own} to do so: requests are answered with 500. Add one there.`,
            at: backend,
            key: `${namespace}/${textAt(backend, 'name')}`,
          },
        ];
      }),
    );
  },
  examples: {
    bad: gateway() + service('cart') + toCart,
    good: `${gateway()}${service('cart')}${toCart}---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: shop, namespace: cart }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop }]
  to: [{ group: '', kind: Service }]
`,
  },
});

function isGranted(graph: Graph, route: Resource, kind: string, from: string, into: string): boolean {
  return graph
    .ofType(grantType)
    .some(
      (grant) =>
        mayMeet(route, grant) &&
        (namespaceOf(grant) ?? into) === into &&
        itemsAt(grant.body, 'spec', 'from').some(
          (one) => textAt(one, 'namespace') === from && textAt(one, 'kind') === kind,
        ),
    );
}

/** Whether the repository holds Services or grants of a namespace: elsewhere its owners keep the grant where they keep those. */
function holdsPartOf(graph: Graph, route: Resource, namespace: string): boolean {
  return ['Service', grantType].some((type) =>
    graph.ofType(type).some((other) => mayMeet(route, other) && namespaceOf(other) === namespace),
  );
}

/** Gateways of Amazon VPC Lattice ask for no grant. Source: its conformance report, "ReferenceGrant not implemented". */
function mayGoWithout(graph: Graph, route: Resource, parent: Node): boolean {
  const name = textAt(parent, 'name');
  if (name.includes('${')) return true;
  return graph
    .ofType(gatewayType)
    .some(
      (gateway) =>
        gateway.name === name &&
        mayMeet(route, gateway) &&
        textAt(gateway.body, 'spec', 'gatewayClassName') === 'amazon-vpc-lattice',
    );
}
