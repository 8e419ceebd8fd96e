import { describeSelector, isEmpty, labelSelector, selectWorkloads } from '../../graph/kubernetes/labels.ts';
import { mayBeMade } from '../../graph/kubernetes/made-pods.ts';
import { holdsWorkloads } from '../../graph/kubernetes/presence.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/budget-guards-nothing',
  title: 'Disruption budget that selects no pod',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A budget holds for the pods that its selector matches, in its own namespace. One that matches none is accepted and guards nothing: a drain evicts all replicas of the workload that it was written for.',
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  visits: resources('PodDisruptionBudget'),
  judge({ resource, node }, graph) {
    const at = node.get('spec', 'selector');
    const selector = labelSelector(at);
    if (!at || isEmpty(selector) || graph.from(resource, 'guards').length > 0) return;
    const [stranger] = selectWorkloads(graph, resource, selector, 'any');
    if (stranger)
      return {
        message: `The pods that carry ${describeSelector(selector)} are those of ${stranger.address}, and a budget holds in its own namespace only: put ${resource.address} next to them.`,
        at,
      };
    if (!holdsWorkloads(graph, resource) || mayBeMade(graph, resource, selector)) return;
    return {
      message: `No pod in the repository carries ${describeSelector(selector)}, so ${resource.address} guards nothing: select the labels of the pod template that it is meant for.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: api
  namespace: shop
spec:
  maxUnavailable: 1
  selector:
    matchLabels: { app: shop-api }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
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
    good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: api
  namespace: shop
spec:
  maxUnavailable: 1
  selector:
    matchLabels: { app: api }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
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
