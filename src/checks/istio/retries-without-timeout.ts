import { httpRoutes } from '../../graph/kubernetes/mesh.ts';
import { check } from '../check.ts';

export default check({
  id: 'istio/retries-without-timeout',
  title: 'Retries without a time limit',
  dimension: 'reliability',
  severity: 'low',
  why: 'A request that is tried again and again without a limit keeps its caller waiting for as long as all attempts take, and multiplies the load on a service that is slow already. timeout bounds the whole, perTryTimeout each attempt.',
  sources: ['https://istio.io/latest/docs/concepts/traffic-management/#retries'],
  visits: httpRoutes,
  judge({ resource, node }) {
    const retries = node.get('retries');
    if (
      !retries ||
      (retries.amount('attempts') ?? 0) === 0 ||
      node.has('timeout') ||
      retries.has('perTryTimeout')
    )
      return;
    return {
      message: `${resource.address} tries a request up to ${retries.text('attempts')} times more without any time limit: set timeout for the whole and perTryTimeout for each attempt.`,
      at: retries,
      key: String(node.peek('name')?.content ?? ''),
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
    - retries: { attempts: 3 }
      route:
        - destination: { host: api }
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
    - timeout: 5s
      retries: { attempts: 3, perTryTimeout: 2s }
      route:
        - destination: { host: api }
`,
  },
});
