import { monitorEndpoints } from '../../graph/kubernetes/monitors.ts';
import { containersOf, podOf } from '../../graph/kubernetes/pods.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/monitor-port-missing',
  title: 'Monitor of a port that is not there',
  dimension: 'observability',
  severity: 'high',
  why: 'A ServiceMonitor names a port of the Service, a PodMonitor one of the container. Where no such port exists Prometheus finds no target, no metric arrives, and alerts on those metrics stay silent whatever happens.',
  controls: ['soc2:CC7.2'],
  sources: ['https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint'],
  visits: monitorEndpoints,
  judge({ resource, node, on }, graph) {
    const at = node.get('port');
    const port = at?.text();
    const targets = graph.from(resource, 'scrapes').map(({ to }) => to);
    if (!at || port === undefined || targets.length === 0) return;
    const there = targets.flatMap((target) => portNames(target));
    if (there.includes(port)) return;
    return {
      message: `${resource.address} scrapes port ${port}, and ${targets[0]!.address} has ${there.length > 0 ? `only ${[...new Set(there)].join(', ')}` : 'no named port'}: Prometheus finds nothing there. Name a port of the ${on}.`,
      at,
      key: port,
    };
  },
  examples: {
    bad: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  endpoints:
    - port: http-metrics
---
apiVersion: v1
kind: Service
metadata:
  name: api
  labels: { app: api }
spec:
  selector: { app: api }
  ports: [{ name: metrics, port: 9090 }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          ports: [{ name: metrics, containerPort: 9090 }]
`,
    good: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  endpoints:
    - port: metrics
---
apiVersion: v1
kind: Service
metadata:
  name: api
  labels: { app: api }
spec:
  selector: { app: api }
  ports: [{ name: metrics, port: 9090 }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          ports: [{ name: metrics, containerPort: 9090 }]
`,
  },
});

/** Names of a Service's ports, or of those that the containers of a workload declare. */
function portNames(target: Resource): string[] {
  const pod = podOf(target);
  const ports = pod
    ? containersOf(pod).flatMap(({ node }) => node.list('ports'))
    : target.body.list('spec', 'ports');
  return ports.flatMap((port) => port.text('name') ?? []);
}
