import { meshDestinations, rulesFor, subsetsOf } from '../../graph/kubernetes/mesh.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { check } from '../check.ts';

export default check({
  id: 'istio/subset-undeclared',
  title: 'Route to a subset that no rule declares',
  dimension: 'functionality',
  severity: 'high',
  why: 'Envoy answers 503 to every request that is sent to a subset which no DestinationRule of that host declares. Both files are accepted; only traffic shows it.',
  sources: ['https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset'],
  visits: meshDestinations,
  judge({ resource, node, host, subset }, graph) {
    if (subset === '' || !holdsAny(graph, resource, ['DestinationRule.networking.istio.io'])) return;
    const rules = rulesFor(graph, resource, host);
    if (rules.some(({ body }) => subsetsOf(body).includes(subset))) return;
    const known = rules.flatMap(({ body }) => subsetsOf(body));
    return {
      message: `${resource.address} sends traffic to subset ${subset} of ${host}, which ${known.length > 0 ? `has only ${known.join(', ')}` : 'no DestinationRule in the repository declares'}: those requests are answered with 503. Declare it, or correct the name.`,
      at: node.peek('subset')!,
      key: `${host}/${subset}`,
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
        - destination: { host: api, subset: v2 }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: api
  namespace: shop
spec:
  host: api
  subsets:
    - name: v1
      labels: { version: v1 }
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
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: api
  namespace: shop
spec:
  host: api
  subsets:
    - name: v1
      labels: { version: v1 }
`,
  },
});
