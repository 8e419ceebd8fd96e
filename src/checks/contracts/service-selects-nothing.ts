import { describeSelector, isEmpty, plainSelector, selectWorkloads } from '../../graph/kubernetes/labels.ts';
import { mayBeMade } from '../../graph/kubernetes/made-pods.ts';
import { holdsWorkloads } from '../../graph/kubernetes/presence.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/service-selects-nothing',
  title: 'Service whose selector matches no pod',
  dimension: 'functionality',
  severity: 'high',
  why: 'A Service with a selector that fits no pod has no endpoints: every connection to it is refused or times out, although each file looks right alone. It usually follows a renamed label.',
  sameAs: [
    'kics:k8s/service_does_not_target_pod',
    'kube-linter:dangling-service',
    'kube-score:Service Targets Pod',
    'kubescape:service-with-no-workload',
  ],
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service'],
  visits: resources('Service'),
  judge({ resource, node }, graph) {
    if (node.text('spec', 'type') === 'ExternalName') return;
    const at = node.get('spec', 'selector');
    const selector = plainSelector(at);
    if (!at || isEmpty(selector) || graph.from(resource, 'selects').length > 0) return;
    const [stranger] = selectWorkloads(graph, resource, selector, 'any');
    if (stranger)
      return {
        message: `The pods that carry ${describeSelector(selector)} are those of ${stranger.address}, and a Service reaches only its own namespace: put Service ${resource.name} next to them.`,
        at,
      };
    if (!holdsWorkloads(graph, resource) || mayBeMade(graph, resource, selector)) return;
    return {
      message: `No pod in the repository carries ${describeSelector(selector)}, so Service ${resource.name} has no endpoints: bring its selector and the labels of the pod template together.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: orders-api }
  template:
    metadata:
      labels: { app: orders-api }
    spec:
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: orders-api }
  ports: [{ port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: orders-api }
  template:
    metadata:
      labels: { app: orders-api }
    spec:
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`,
  },
});
