import { isNonProduction } from '../../graph/circumstances.ts';
import { deploymentConfigs } from '../../graph/kubernetes/pods.ts';
import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/two-replicas',
  title: 'Workload that is down to one pod at each change',
  dimension: 'reliability',
  severity: 'info',
  why: 'Two pods are one as soon as a node is drained or a version is rolled out, and a failure in that moment is an outage. Three keep two in every case, and spread over three zones.',
  sameAs: ['kube-linter:minimum-three-replicas'],
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/disruptions/'],
  visits: resources('Deployment', 'Rollout.argoproj.io', ...deploymentConfigs),
  judge({ resource, node }, graph) {
    const replicas = replicasOf(graph, resource);
    if (replicas?.fewest !== 2 || replicas.scaler || isNonProduction(resource)) return;
    return {
      message: `${resource.address} runs two pods, and stands on one while the other is replaced: run three where an outage would hurt.`,
      at: node.get('spec', 'replicas') ?? node,
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 2
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
    good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 3
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
