import type { Graph } from '../../graph/graph.ts';
import { isGateway, isInternal } from '../../graph/kubernetes/load-balancers.ts';
import { folderOf } from '../../graph/kubernetes/names.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

const httpPorts = new Set(['80', '443', '8080', '8443']);

export default check({
  id: 'kubernetes/load-balancer-beside-ingress',
  title: 'Load balancer of its own where an ingress exists',
  dimension: 'cost',
  severity: 'low',
  why: 'Each Service of type LoadBalancer rents a load balancer of the cloud, by the hour, with an address of its own. What speaks HTTP can share the one that an Ingress or Gateway already has, and gets its TLS and its rules too.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer'],
  visits: resources('Service'),
  judge({ resource, node }, graph) {
    const type = node.get('spec', 'type');
    if (type?.text() !== 'LoadBalancer' || isInternal(node) || isGateway(graph, resource)) return;
    const speaksHttp = node
      .list('spec', 'ports')
      .every(
        (port) => httpPorts.has(port.text('port') ?? '') || /^https?(?:-|$)/.test(port.text('name') ?? ''),
      );
    const [door] = ['Ingress', 'HTTPRoute', 'HTTPRoute.gateway.networking.k8s.io']
      .flatMap((kind) => graph.ofType(kind))
      .filter((route) => isBeside(route, resource) && !standsFor(graph, route, resource));
    if (!speaksHttp || !door) return;
    return {
      message: `${resource.address} rents a load balancer of its own although ${door.address} already has one for HTTP: make it a ClusterIP and add a rule there.`,
      at: type,
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: LoadBalancer
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: api, port: { number: 80 } }
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: api, port: { number: 80 } }
`,
  },
});

/** Applied together: rendered into one, or plain manifests of one folder. */
function isBeside(one: Resource, other: Resource): boolean {
  if (one.unit !== other.unit) return false;
  return one.unit.kind !== 'manifests' || folderOf(one.body.file.path) === folderOf(other.body.file.path);
}

/** Whether the file of a route holds the Service once more: the two files are two ways to install the same. */
function standsFor(graph: Graph, route: Resource, service: Resource): boolean {
  const { path } = route.body.file;
  return (
    path !== service.body.file.path &&
    graph.ofType('Service').some(({ name, body }) => name === service.name && body.file.path === path)
  );
}
