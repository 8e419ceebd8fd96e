import type { Graph } from '../../graph/graph.ts';
import { pods, servingPods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/priority-class-missing',
  title: 'Pod without the priority that others have',
  dimension: 'reliability',
  severity: 'info',
  why: 'Where some pods of a release have a priority class and others have none, the others have priority 0: the scheduler evicts them to make room, whether or not that was meant. Where nobody uses priorities all are equal, and nothing is reported.',
  sameAs: ['kyverno:require-pod-priorityclassname/check-priorityclassname', 'polaris:priorityClassNotSet'],
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/'],
  visits: servingPods,
  judge({ resource, node }, graph) {
    if (node.has('priorityClassName') || !prioritised(graph).has(resource.unit.id)) return;
    return {
      message: `${resource.address} names no priority class, although others of the same release do, so it is the first to give way when nodes are full: name one if that is not meant.`,
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
