import { describeSelector, isEmpty, labelSelector, selectWorkloads } from '../../graph/kubernetes/labels.ts';
import { mayBeMade } from '../../graph/kubernetes/made-pods.ts';
import { holdsWorkloads } from '../../graph/kubernetes/presence.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/policy-isolates-nothing',
  title: 'Network policy that applies to no pod',
  dimension: 'security',
  severity: 'high',
  why: 'A NetworkPolicy protects the pods that its selector matches. One that matches none protects nothing and reads as if it did: the pods that it was written for stay open to the whole cluster.',
  sameAs: [
    'kics:k8s/network_policy_is_not_targeting_any_pod',
    'kube-linter:dangling-networkpolicy',
    'kube-score:NetworkPolicy targets Pod',
    'kubescape:dangling-networkpolicy',
  ],
  controls: ['cis-kubernetes:5.3.2', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  visits: resources('NetworkPolicy'),
  judge({ resource, node }, graph) {
    const at = node.get('spec', 'podSelector');
    const selector = labelSelector(at);
    if (!at || isEmpty(selector) || graph.from(resource, 'isolates').length > 0) return;
    const [stranger] = selectWorkloads(graph, resource, selector, 'any');
    if (stranger)
      return {
        message: `The pods that carry ${describeSelector(selector)} are those of ${stranger.address}, and a policy holds in its own namespace only: put ${resource.address} next to them.`,
        at,
      };
    if (!holdsWorkloads(graph, resource) || mayBeMade(graph, resource, selector)) return;
    return {
      message: `No pod in the repository carries ${describeSelector(selector)}, so ${resource.address} protects nothing: select the labels of the pod template that it is meant for.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
spec:
  podSelector:
    matchLabels: { app: api-server }
  policyTypes: [Ingress]
---
apiVersion: v1
kind: Pod
metadata:
  name: api
  labels: { app: api }
spec:
  containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
spec:
  podSelector:
    matchLabels: { app: api }
  policyTypes: [Ingress]
---
apiVersion: v1
kind: Pod
metadata:
  name: api
  labels: { app: api }
spec:
  containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`,
  },
});
