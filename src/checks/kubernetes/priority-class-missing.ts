import type { Graph } from '../../graph/graph.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/priority-class-missing',
  title: 'Pod without a priority class',
  dimension: 'reliability',
  severity: 'info',
  why: 'A pod without a priority class has priority 0, unless the cluster names another default: when nodes are full, the scheduler evicts it to make room for any pod that has one. Where nobody names one, a batch job and the checkout weigh the same, and which of them waits is left to chance.',
  sameAs: ['kyverno:require-pod-priorityclassname/check-priorityclassname', 'polaris:priorityClassNotSet'],
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/'],
  visits: pods,
  judge({ resource, node }, graph) {
    if (node.text('priorityClassName')) return;
    return {
      message: prioritised(graph).has(resource.unit.id)
        ? `${resource.address} names no priority class, although others of the same release do, so it is the first to give way when nodes are full: name one if that is not meant.`
        : `${resource.address} names no priority class, so it gives way to every pod that has one when nodes are full, and to nobody in particular otherwise: name one that says how much it matters.`,
      at: node,
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
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
      priorityClassName: business-critical
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: registry.example.com/api:1.4.2
`,
    good: `apiVersion: apps/v1
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
      priorityClassName: business-critical
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      priorityClassName: business-critical
      containers:
        - name: web
          image: registry.example.com/api:1.4.2
`,
  },
});

/** Units in which some pod has a priority of its own, beside the cluster's machinery. */
function prioritised(graph: Graph): ReadonlySet<string> {
  return graph.derive(prioritisedKey, () => {
    const named = graph.select(pods).filter(({ node }) => {
      const name = node.peek('priorityClassName')?.content;
      return typeof name === 'string' && !name.startsWith('system-');
    });
    return new Set(named.map(({ resource }) => resource.unit.id));
  });
}

const prioritisedKey = Symbol('units with priorities');
