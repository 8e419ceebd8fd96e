import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { doorTo } from '../../graph/kubernetes/traffic.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/autoscaler-minimum-one',
  title: 'Autoscaler that goes down to one pod',
  dimension: 'reliability',
  severity: 'low',
  why: 'At quiet times an autoscaler with a minimum of one leaves a single pod, and whatever happens to its node then interrupts the service. The autoscaler cannot help, since it adds pods for load and not for failures.',
  sameAs: ['kube-score:HorizontalPodAutoscaler Replicas', 'polaris:hpaMinAvailability'],
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  visits: resources('HorizontalPodAutoscaler'),
  judge({ resource, node }, graph) {
    const least = node.get('spec', 'minReplicas');
    if ((least?.amount() ?? 1) !== 1 || isNonProduction(resource)) return;
    const exposed = graph.from(resource, 'scales').some(({ to }) => doorTo(graph, to) !== undefined);
    return {
      message: `${resource.address} ${least ? 'sets minReplicas to 1' : 'leaves minReplicas out, which means 1'}, so at quiet times a single pod carries the service: set it to 2 or more.`,
      at: least ?? node.get('spec') ?? node,
      ...((exposed || isProduction(resource)) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: api
spec:
  minReplicas: 1
  maxReplicas: 10
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
  maxReplicas: 10
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
