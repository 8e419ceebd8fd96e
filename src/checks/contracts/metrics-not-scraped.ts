import { monitorKinds } from '../../graph/kubernetes/monitors.ts';
import { containersOf, servingPods } from '../../graph/kubernetes/pods.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { isMetricsPort, servicesOf } from '../../graph/kubernetes/traffic.ts';
import { check } from '../check.ts';

/** Scrapers whose selectors are not looked into. */
const otherScrapers = [
  'ClusterPodMonitoring.monitoring.googleapis.com',
  'PodMonitoring.monitoring.googleapis.com',
  'ScrapeConfig.monitoring.coreos.com',
  'VMPodScrape.operator.victoriametrics.com',
  'VMServiceScrape.operator.victoriametrics.com',
];

export default check({
  id: 'contracts/metrics-not-scraped',
  title: 'Metrics that nobody collects',
  dimension: 'observability',
  severity: 'low',
  why: 'A container that opens a port for metrics is worth nothing to whoever is on call if nothing scrapes it. Where other workloads of the repository have monitors, one without is most likely forgotten.',
  controls: ['soc2:CC7.2'],
  sources: ['https://prometheus-operator.dev/docs/api-reference/api/'],
  visits: servingPods,
  judge(pod, graph) {
    const { resource, template } = pod;
    const port = containersOf(pod)
      .flatMap(({ node }) => node.list('ports'))
      .find((declared) => isMetricsPort(declared.text('name') ?? ''));
    if (!port || !holdsAny(graph, resource, monitorKinds) || holdsAny(graph, resource, otherScrapers)) return;
    const services = servicesOf(graph, resource);
    if ([resource, ...services].some((target) => graph.to(target, 'scrapes').length > 0)) return;
    const holders = [template, resource.body, ...services.map(({ body }) => body)];
    if (holders.some((holder) => holder?.flag('metadata', 'annotations', 'prometheus.io/scrape') === true))
      return;
    return {
      message: `${resource.address} opens the port ${port.text('name')}, and no ServiceMonitor or PodMonitor leads there, although others of this repository have one: add one, or take the port out.`,
      at: port,
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
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  selector:
    matchLabels: { app: worker }
  template:
    metadata:
      labels: { app: worker }
    spec:
      containers:
        - name: worker
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
