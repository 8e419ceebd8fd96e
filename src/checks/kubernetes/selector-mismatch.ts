import {
  describeSelector,
  isEmpty,
  labelSelector,
  matches,
  plainSelector,
  podLabels,
} from '../../graph/kubernetes/labels.ts';
import { deploymentConfigs, type Pod, podOf } from '../../graph/kubernetes/pods.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const plain: ReadonlySet<string> = new Set(['ReplicationController', ...deploymentConfigs]);

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
  visits: resources(
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'ReplicaSet',
    'ReplicationController',
    'Job',
    'CronJob',
    'Rollout.argoproj.io',
    ...deploymentConfigs,
  ),
  judge({ resource, node }, graph) {
    const at = node.get('spec', ...(resource.type === 'CronJob' ? ['jobTemplate', 'spec'] : []), 'selector');
    const isPlain = plain.has(resource.type);
    const selector = isPlain ? plainSelector(at) : labelSelector(at);
    const labels = podLabels(graph, resource);
    const pod = podOf(resource);
    if (!at || isEmpty(selector) || !pod || isPatch(pod)) return;
    if (matches(selector, labels)) return;
    const carried = [...labels].map(([key, value]) => `${key}=${value}`).join(', ') || 'no labels';
    return {
      message: `${resource.address} selects ${describeSelector(selector)}, and its own pods carry ${carried}: the API server refuses it. Bring the two together.`,
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

/** What changes something of containers without naming an image is no object of its own. */
function isPatch({ node }: Pod): boolean {
  const containers = node.list('containers');
  return (
    containers.length === 0 ||
    containers.every((one) => !one.has('image') && one.entries().some(([key]) => key !== 'name'))
  );
}
