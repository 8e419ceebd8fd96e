import { resolveName } from '../../graph/kubernetes/names.ts';
import { holdsAny, mayBeMadeByOperator } from '../../graph/kubernetes/presence.ts';
import { type Backend, backendsOf } from '../../graph/links/services.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

interface BackendSubject extends Subject {
  readonly backend: Backend;
}

const backends: Selector<BackendSubject> = {
  of: 'backends of ingresses and routes',
  find: (graph) =>
    backendsOf(graph).map((backend) => ({ resource: backend.from, node: backend.at, backend })),
};

/** The port that tells the AWS Load Balancer Controller to look for an action of the Service's name among the annotations. */
const fromAnnotation = 'use-annotation';

export default check({
  id: 'contracts/ingress-backend-missing',
  title: 'Route to a Service or port that does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'An ingress or route whose backend is missing answers every request with 503 or 404, while the ingress controller and the manifests look healthy. The name and the port must be those of a Service in the same namespace.',
  sameAs: [
    'kube-linter:dangling-ingress',
    'kube-score:Ingress targets Service',
    'kubescape:dangling-ingress-backend',
  ],
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions',
  ],
  visits: backends,
  judge({ resource, backend }, graph) {
    const { service, namespace, port, at } = backend;
    if (port === fromAnnotation) return;
    if (backend.retired)
      return {
        message: `${resource.address} names Service ${service} in a field that networking.k8s.io/v1 does not have, so the path has no backend: write service.name and service.port instead of serviceName and servicePort.`,
        at,
        key: service,
      };
    const isKeptHere = holdsAny(graph, resource, ['Service']);
    // a repository of nothing but routes is odd, and may be meant
    if (!isKeptHere && (resource.type !== 'Ingress' || graph.ofType('Service').length > 0)) return;
    const services = resolveName(graph, resource, 'Service', service, { namespace });
    if (services.length === 0 && mayBeMadeByOperator(graph, resource)) return;
    if (services.length === 0)
      return {
        message: `${resource.address} sends traffic to Service ${service}, which nothing in the repository declares: requests are answered with an error. Correct the name, or declare the Service.`,
        at,
        key: service,
        ...(!isKeptHere && { severity: 'low' }),
      };
    if (port === undefined || services.some((found) => portsOf(found).includes(String(port)))) return;
    return {
      message: `${resource.address} sends traffic to port ${port} of Service ${service}, which has ${describePorts(portsOf(services[0]!))}: requests are answered with an error.`,
      at,
      key: `${service}:${port}`,
    };
  },
  examples: {
    bad: `apiVersion: networking.k8s.io/v1
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
              service: { name: frontend, port: { number: 80 } }
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
`,
    good: `apiVersion: networking.k8s.io/v1
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
              service: { name: web, port: { number: 80 } }
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
`,
  },
});

/** Names and numbers of a Service's ports. */
function portsOf(service: { body: Subject['node'] }): string[] {
  return service.body
    .list('spec', 'ports')
    .flatMap((port) => [port.text('name'), port.text('port')].filter((text) => text !== undefined));
}

function describePorts(ports: readonly string[]): string {
  return ports.length > 0 ? `only ${ports.join(', ')}` : 'no ports';
}
