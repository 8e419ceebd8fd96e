import { resolveName } from '../../graph/kubernetes/names.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { itemsAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'istio/gateway-missing',
  title: 'Virtual service on a gateway that does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'A VirtualService counts at the gateways that it names. One that is not there is ignored in silence, and the gateway that was meant answers 404.',
  sources: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService'],
  visits: resources('VirtualService.networking.istio.io'),
  judge({ resource, node }, graph) {
    if (!holdsAny(graph, resource, ['Gateway.networking.istio.io'])) return;
    return itemsAt(node, 'spec', 'gateways').flatMap((at): Fault[] => {
      const text = String(at.content);
      if (text === 'mesh' || text.includes('.') || text.includes('${')) return [];
      const [namespace, name] = text.includes('/') ? text.split('/') : [undefined, text];
      if (resolveName(graph, resource, 'Gateway.networking.istio.io', name!, { namespace }).length > 0)
        return [];
      return [
        {
          message: `${resource.address} counts at the gateway ${text}, which nothing in the repository declares: write namespace/name of the one that is meant.`,
          at,
          key: text,
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example.com]
---
apiVersion: v1
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
  hosts: [shop.example.com]
  gateways: [shop/publik]
  http:
    - route:
        - destination: { host: api }
`,
    good: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example.com]
---
apiVersion: v1
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
  hosts: [shop.example.com]
  gateways: [shop/public]
  http:
    - route:
        - destination: { host: api }
`,
  },
});
