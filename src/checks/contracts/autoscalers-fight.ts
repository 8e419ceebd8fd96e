import type { Graph } from '../../graph/graph.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/autoscalers-fight',
  title: 'Two autoscalers on one workload',
  dimension: 'reliability',
  severity: 'high',
  why: 'A VerticalPodAutoscaler changes requests, and a HorizontalPodAutoscaler counts its share of them: when both act on CPU or memory each answers to the other, and replicas and requests swing. Two that set replicas overwrite each other at every look.',
  sources: [
    'https://kubernetes.io/docs/concepts/workloads/autoscaling/',
    'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md',
  ],
  visits: resources('HorizontalPodAutoscaler'),
  judge({ resource, node }, graph) {
    const [scaled] = graph.from(resource, 'scales').map(({ to }) => to);
    if (!scaled) return;
    const at = node.get('spec', 'scaleTargetRef') ?? node;
    const second = othersOf(graph, resource, scaled).find(
      ({ type, name }) =>
        type === 'ScaledObject.keda.sh' || (name !== resource.name && type === 'HorizontalPodAutoscaler'),
    );
    if (second && second.type === resource.type && isLikelierMeant(resource, second, scaled)) return;
    if (second)
      return {
        message: `${resource.address} and ${second.address} both set the replicas of ${scaled.address}, and overwrite each other: keep one of them, or correct what the other one scales.`,
        at,
        key: second.address,
      };
    const vertical = othersOf(graph, resource, scaled).find(
      ({ type, body }) => type.startsWith('VerticalPodAutoscaler') && acts(body),
    );
    const shared = vertical && sharedMetric(resource, vertical);
    if (!vertical || !shared) return;
    return {
      message: `${resource.address} counts replicas by ${shared}, and ${vertical.address} changes the requests for it that the share is taken of: scale by another metric, or let the vertical one only recommend (updateMode: Off).`,
      at,
      key: vertical.address,
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          resources: { requests: { cpu: 100m, memory: 128Mi } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  minReplicas: 2
  maxReplicas: 6
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
---
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata: { name: api, namespace: shop }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  updatePolicy: { updateMode: 'Auto' }
`,
    good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          resources: { requests: { cpu: 100m, memory: 128Mi } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  minReplicas: 2
  maxReplicas: 6
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
---
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata: { name: api, namespace: shop }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  updatePolicy: { updateMode: 'Off' }
`,
  },
});

/** Which of two is told of: the one that is not called like what both scale, otherwise the last by name. */
function isLikelierMeant(one: Resource, other: Resource, scaled: Resource): boolean {
  if (other.name === scaled.name) return false;
  return one.name === scaled.name || one.name < other.name;
}

function othersOf(graph: Graph, own: Resource, scaled: Resource): readonly Resource[] {
  return graph
    .to(scaled, 'scales')
    .map(({ from }) => from)
    .filter((from) => from !== own && from.unit === own.unit);
}

/** Whether a vertical autoscaler does more than recommend. */
function acts(body: Node): boolean {
  return (body.text('spec', 'updatePolicy', 'updateMode') ?? 'Auto') !== 'Off';
}

/** What both look at: the share of CPU or memory, unless the vertical one leaves it alone. */
function sharedMetric(horizontal: Resource, vertical: Resource): string | undefined {
  const controlled = itemsAt(vertical.body, 'spec', 'resourcePolicy', 'containerPolicies').flatMap((policy) =>
    itemsAt(policy, 'controlledResources').map(({ content }) => String(content)),
  );
  const isLeft = (name: string) => controlled.length > 0 && !controlled.includes(name);
  const simple = horizontal.body.peek('spec', 'targetCPUUtilizationPercentage') ? ['cpu'] : [];
  const metrics = itemsAt(horizontal.body, 'spec', 'metrics').flatMap((metric) =>
    textAt(metric, 'resource', 'target', 'type') === 'Utilization'
      ? [textAt(metric, 'resource', 'name')]
      : [],
  );
  return [...simple, ...metrics].find((name) => !isLeft(name));
}
