import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/replicas-fight-autoscaler',
  title: 'Replicas set where an autoscaler decides',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A manifest that says replicas puts the workload back to that number at each apply, whatever the autoscaler had made of it: a release at peak load then takes most of the pods away. Leave replicas out and let the autoscaler decide alone.',
  sameAs: [
    'kics:k8s/hpa_targeted_deployments_with_configured_replica_count',
    'kube-score:Deployment targeted by HPA does not have replicas configured',
  ],
  sources: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  ],
  visits: resources('Deployment', 'StatefulSet', 'ReplicaSet', 'Rollout.argoproj.io'),
  judge({ resource, node }, graph) {
    const replicas = node.get('spec', 'replicas');
    const scaler = graph.to(resource, 'scales').find(({ from }) => !from.type.startsWith('VerticalPod'));
    // 0 switches the autoscaler off, which is a way to stop a workload
    if (!replicas || !scaler || replicas.amount() === 0) return;
    return {
      message: `${resource.address} sets replicas: ${replicas.text()}, and ${scaler.from.address} scales it, so each apply throws away what the autoscaler decided: take replicas out.`,
      at: replicas,
      fix: {
        safety: 'unsafe',
        summary: 'take replicas out (the first apply may fall back to one pod for a moment)',
        edits: [{ op: 'remove', node: replicas }],
      },
    };
  },
  examples: {
    bad: `apiVersion: autoscaling/v2
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
