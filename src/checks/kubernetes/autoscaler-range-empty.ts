import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/autoscaler-range-empty',
  title: 'Autoscaler with no room to scale',
  dimension: 'cost',
  severity: 'low',
  why: 'With the same minimum and maximum an autoscaler changes nothing: the workload keeps, and pays for, its peak size around the clock, and has nothing to add when load passes it.',
  sameAs: ['polaris:hpaMaxAvailability'],
  sources: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  visits: resources('HorizontalPodAutoscaler'),
  judge({ resource, node }) {
    const least = node.amount('spec', 'minReplicas') ?? 1;
    const most = node.get('spec', 'maxReplicas');
    if (!most || most.amount() !== least) return;
    return {
      message: `${resource.address} keeps between ${least} and ${least} replicas, so it never scales: lower minReplicas to what quiet times need, or raise maxReplicas.`,
      at: most,
    };
  },
  examples: {
    bad: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: api
spec:
  minReplicas: 6
  maxReplicas: 6
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
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
`,
    good: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: api
spec:
  minReplicas: 2
  maxReplicas: 6
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
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
`,
  },
});
