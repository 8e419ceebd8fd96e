import { resolveName } from '../../graph/kubernetes/names.ts';
import { workloadTypes } from '../../graph/kubernetes/pods.ts';
import { holdsNear } from '../../graph/kubernetes/presence.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const scalable = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'DeploymentConfig',
]);

export default check({
  id: 'contracts/autoscaler-target-missing',
  title: 'Autoscaler whose target does not exist',
  dimension: 'reliability',
  severity: 'high',
  why: 'An autoscaler that names a workload which is not there scales nothing and says so only in its events: the workload that was meant stays at its fixed size under load.',
  sameAs: [
    'kube-linter:dangling-horizontalpodautoscaler',
    'kube-score:HorizontalPodAutoscaler has target',
    'kubescape:hpa-has-target',
  ],
  controls: ['soc2:A1.1'],
  sources: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  visits: resources('HorizontalPodAutoscaler'),
  judge({ resource, node }, graph) {
    const target = node.get('spec', 'scaleTargetRef');
    const kind = target?.text('kind');
    const name = target?.text('name');
    if (!target || !kind || !name || !scalable.has(kind)) return;
    if (graph.from(resource, 'scales').length > 0) return;
    const type = kind === 'Rollout' ? 'Rollout.argoproj.io' : kind;
    const hasNamesake = workloadTypes.some((other) => resolveName(graph, resource, other, name).length > 0);
    const isHere = hasNamesake || holdsNear(graph, resource, type);
    if (!isHere && workloadTypes.some((other) => graph.ofType(other).length > 0)) return;
    return {
      message: `${resource.address} scales ${kind} ${name}, which is not in the repository: name the workload as it is called now.`,
      at: target.get('name')!,
      // a repository of nothing but autoscalers is odd, and may be meant
      ...(!isHere && { severity: 'low' }),
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
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: backend }
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
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`,
    good: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: api
spec:
  minReplicas: 2
  maxReplicas: 10
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
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
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`,
  },
});
