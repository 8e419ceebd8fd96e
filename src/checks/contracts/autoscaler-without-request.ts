import { type ComputeResource, requestOf } from '../../graph/kubernetes/compute-resources.ts';
import { containersOf, podOf } from '../../graph/kubernetes/pods.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/autoscaler-without-request',
  title: 'Autoscaler by a share of what nobody requested',
  dimension: 'reliability',
  severity: 'high',
  why: 'A HorizontalPodAutoscaler with a target utilization divides what the pods use by what they request. Where one container of the pod requests nothing there is no such number: the autoscaler reports FailedGetResourceMetric and never scales.',
  sources: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details'],
  visits: resources('HorizontalPodAutoscaler'),
  judge({ resource, node }, graph) {
    return utilizationTargets(node).flatMap(({ metric, container: only, at }) =>
      graph.from(resource, 'scales').flatMap(({ to }) => {
        const pod = podOf(to);
        const without = pod
          ? containersOf(pod).filter(
              (container) =>
                (container.role === 'main' || container.role === 'sidecar') &&
                (only === undefined || container.name === only) &&
                !requestOf(graph, container, metric),
            )
          : [];
        if (without.length === 0) return [];
        const names = without.map(({ name }) => name).join(', ');
        return [
          {
            message: `${resource.address} scales ${to.address} by the share of requested ${metric}, and container ${names} requests none: it never scales. Set resources.requests.${metric} there.`,
            at,
            key: `${metric}/${to.name}`,
          },
        ];
      }),
    );
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
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          resources:
            requests: { memory: 128Mi }
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
          resources:
            requests: { cpu: 100m, memory: 128Mi }
`,
  },
});

interface Target {
  readonly metric: ComputeResource;
  /** the only container that counts, where the metric names one */
  readonly container: string | undefined;
  readonly at: Node;
}

function utilizationTargets(autoscaler: Node): Target[] {
  const old = autoscaler.get('spec', 'targetCPUUtilizationPercentage');
  const metrics = autoscaler.list('spec', 'metrics').flatMap((item): Target[] => {
    const type = item.text('type');
    const metric = item.get(type === 'ContainerResource' ? 'containerResource' : 'resource');
    const name = metric?.text('name');
    const at = metric?.get('target', 'averageUtilization') ?? metric?.get('targetAverageUtilization');
    if (!at || (name !== 'cpu' && name !== 'memory')) return [];
    return [{ metric: name, container: metric?.text('container'), at }];
  });
  return old ? [{ metric: 'cpu', container: undefined, at: old }, ...metrics] : metrics;
}
