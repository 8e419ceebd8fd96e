import { describeSelector, labelSelector } from '../../graph/kubernetes/labels.ts';
import { looksHere, monitorKinds } from '../../graph/kubernetes/monitors.ts';
import { mayBeMadeByOperator } from '../../graph/kubernetes/presence.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/monitor-selects-nothing',
  title: 'Monitor that finds nothing to scrape',
  dimension: 'observability',
  severity: 'high',
  why: 'A ServiceMonitor finds Services by their own labels, not by those of the pods, and in its own namespace unless it says otherwise. One that matches none is accepted and silent: no target, no metric, and no alert.',
  controls: ['soc2:CC7.2'],
  sources: [
    'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor',
  ],
  visits: resources(...monitorKinds),
  judge({ resource, node }, graph) {
    const at = node.get('spec', 'selector');
    const selector = labelSelector(at);
    if (!at || graph.from(resource, 'scrapes').length > 0) return;
    if (!looksHere(graph, resource) || mayBeMadeByOperator(graph, resource)) return;
    const what = resource.type.startsWith('PodMonitor') ? 'pod' : 'Service';
    return {
      message: `No ${what} in the namespaces that ${resource.address} looks at carries ${describeSelector(selector)}, so nothing is scraped: select labels of the ${what} itself, and name its namespace.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api-server }
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
