import {
  describeSelector,
  isEmpty,
  labelSelector,
  matches,
  podLabels,
} from '../../graph/kubernetes/labels.ts';
import { podOf } from '../../graph/kubernetes/pods.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/selector-mismatch',
  title: 'Workload that does not select its own pods',
  dimension: 'functionality',
  severity: 'high',
  why: 'The selector of a workload has to match the labels of the pods that it makes. Where it does not, the API server refuses the object, and with it the release.',
  sameAs: [
    'kube-linter:mismatching-selector',
    'kube-score:StatefulSet Pod Selector labels match template metadata labels',
    'kubescape:mismatching-selector',
  ],
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  visits: resources('Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout.argoproj.io'),
  judge({ resource, node }, graph) {
    const at = node.get('spec', 'selector');
    const selector = labelSelector(at);
    const labels = podLabels(graph, resource);
    // a patch that is no object of its own
    if (!at || isEmpty(selector) || !podOf(resource)?.template?.has('metadata', 'labels')) return;
    if (matches(selector, labels)) return;
    return {
      message: `${resource.address} selects ${describeSelector(selector)}, and its own pods carry ${[...labels].map(([key, value]) => `${key}=${value}`).join(', ')}: the API server refuses it. Bring the two together.`,
      at,
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
      labels: { app: api-server }
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
