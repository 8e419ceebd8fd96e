import { isNonProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { deploymentConfigs } from '../../graph/kubernetes/pods.ts';
import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/disruption-budget-missing',
  title: 'Replicas without a disruption budget',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Draining nodes, as each cluster upgrade does, evicts pods wherever they are. Without a budget nothing keeps a drain from evicting all replicas of a workload at once, so that several replicas still mean an outage.',
  sameAs: [
    'kics:k8s/deployment_without_pod_disruption_budget',
    'kics:k8s/statefulset_without_pod_disruption_budget',
    'kube-score:Deployment has PodDisruptionBudget',
    'kube-score:StatefulSet has PodDisruptionBudget',
    'polaris:missingPodDisruptionBudget',
  ],
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  visits: resources('Deployment', 'StatefulSet', 'Rollout.argoproj.io', ...deploymentConfigs),
  judge({ resource }, graph) {
    const replicas = replicasOf(graph, resource);
    if (!replicas || graph.to(resource, 'guards').length > 0) return;
    if (replicas.fewest < 2) return judgeMissed(graph, resource);
    return {
      message: `${resource.address} runs ${replicas.fewest} pods and no PodDisruptionBudget selects them, so one drain may take them all: add a budget with maxUnavailable: 1.`,
      ...(isNonProduction(resource) && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
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
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: api
spec:
  maxUnavailable: 1
  selector:
    matchLabels: { app: api }
`,
  },
});

/** One pod needs no budget, unless somebody wrote one beside it that misses it. */
function judgeMissed(graph: Graph, workload: Resource): Fault | undefined {
  const path = workload.body.file.path;
  const meant = graph
    .ofType('PodDisruptionBudget')
    .find(({ body, unit }) => body.file.path === path && unit === workload.unit);
  if (!meant || graph.from(meant, 'guards').length > 0) return judgeOpen(graph, workload);
  return {
    message: `${meant.address} stands beside ${workload.address} and selects none of its pods: bring its namespace and selector together with the labels of the pod template.`,
    severity: 'low',
  };
}

/** A workload that leaves its replicas to somebody else needs the budget once there are several. */
function judgeOpen(graph: Graph, workload: Resource): Fault | undefined {
  if (workload.body.has('spec', 'replicas') || graph.to(workload, 'scales').length > 0) return;
  return {
    message: `${workload.address} leaves its replicas to whoever scales it, and no PodDisruptionBudget selects its pods: add one with maxUnavailable: 1, which also lets a single pod be moved.`,
    severity: 'info',
  };
}
