import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { deploymentConfigs } from '../../graph/kubernetes/pods.ts';
import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { doorTo, servesOthers } from '../../graph/kubernetes/traffic.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/single-replica',
  title: 'Service that stands on one pod',
  dimension: 'reliability',
  severity: 'low',
  why: 'A workload with one pod is away whenever that pod is: at each drain, each node failure and, where the new pod is slow, each rollout. Whatever others depend on should run at least twice; what cannot run twice should say so and be watched.',
  sameAs: [
    'kube-score:Deployment Replicas',
    'kyverno:deployment-has-multiple-replicas/deployment-has-multiple-replicas',
    'polaris:deploymentMissingReplicas',
    'kube-linter:minimum-three-replicas',
  ],
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/disruptions/'],
  visits: resources('Deployment', 'StatefulSet', 'Rollout.argoproj.io', ...deploymentConfigs),
  judge({ resource, node }, graph) {
    const replicas = replicasOf(graph, resource);
    if (replicas?.fewest !== 1 || replicas.scaler || isNonProduction(resource)) return;
    if (!servesOthers(graph, resource))
      return {
        message: `${resource.address} runs a single pod, and nothing does its work while that moves to another node: run two where it can share the work, or elect a leader.`,
        at: node.get('spec', 'replicas') ?? node,
        severity: 'info',
      };
    const door = doorTo(graph, resource);
    const reached = door ? `, which ${door.address} opens to the outside,` : '';
    return {
      message: `${resource.address}${reached} runs a single pod, so it is away for as long as that pod moves to another node: run at least two.`,
      at: node.get('spec', 'replicas') ?? node,
      ...((door || isProduction(resource)) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 1
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
    good: `apiVersion: apps/v1
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
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
  },
});
