import { httpRoutes } from '../../graph/kubernetes/mesh.ts';
import { itemsAt } from '../../graph/look.ts';
import { check } from '../check.ts';

export default check({
  id: 'istio/weights-not-100',
  title: 'Weights of a route that do not add up',
  dimension: 'functionality',
  severity: 'low',
  why: 'Weights are shares of the traffic. Istio takes them in proportion, so that 90 and 20 send 18 in a hundred to the second, and not the 20 that somebody reads there; older versions refuse the route.',
  sources: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination'],
  visits: httpRoutes,
  judge({ resource, node }) {
    const routes = itemsAt(node, 'route');
    const weights = routes.map((route) => route.amount('weight'));
    if (routes.length < 2 || weights.every((weight) => weight === undefined)) return;
    const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
    if (sum === 100 || sum === 0) return;
    return {
      message: `The weights of ${resource.address} add up to ${sum}, so the shares are not the ones that are written: make them 100 together.`,
      at: node.peek('route')!,
      key: String(node.peek('name')?.content ?? weights.join()),
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: shop
spec:
  clusterIP: None
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: api
  namespace: shop
spec:
  hosts: [api]
  http:
    - route:
        - destination: { host: api, subset: v1 }
          weight: 90
        - destination: { host: api, subset: v2 }
          weight: 20
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: shop
spec:
  clusterIP: None
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: api
  namespace: shop
spec:
  hosts: [api]
  http:
    - route:
        - destination: { host: api, subset: v1 }
          weight: 90
        - destination: { host: api, subset: v2 }
          weight: 10
`,
  },
});
