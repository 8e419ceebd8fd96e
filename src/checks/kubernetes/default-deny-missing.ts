import { mayMeet, namespaceOf } from '../../graph/kubernetes/names.ts';
import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/default-deny-missing',
  title: 'Namespace whose policies leave new pods open',
  dimension: 'security',
  severity: 'low',
  why: 'Policies that name their pods protect those alone: the next workload of the namespace can be reached by the whole cluster until somebody thinks of it. One policy with an empty podSelector closes the namespace, and all others then say what is open.',
  sameAs: [
    'kubeaudit:netpols/MissingDefaultDenyIngressAndEgressNetworkPolicy',
    'kubeaudit:netpols/MissingDefaultDenyIngressNetworkPolicy',
    'kubeaudit:netpols',
  ],
  controls: ['cis-kubernetes:5.3.2', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic',
  ],
  visits: resources('Namespace'),
  judge({ resource, node }, graph) {
    if (isSystem(resource)) return;
    const policies = graph
      .ofType('NetworkPolicy')
      .filter((policy) => namespaceOf(policy) === resource.name && mayMeet(policy, resource));
    // where there is none at all, its pods are told one by one
    if (policies.length === 0 || policies.some(({ body }) => closes(body))) return;
    return {
      message: `The policies of ${resource.address} leave open what they do not name: add one with an empty podSelector for Ingress and without rules, so that a new pod starts closed.`,
      at: node.get('metadata', 'name') ?? node,
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: limit-egress
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Egress]
`,
    good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: closed
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`,
  },
});

/** Whether a policy applies to all pods and limits who may call them. */
function closes(policy: Node): boolean {
  const selector = policy.get('spec', 'podSelector');
  if (!selector || selector.entries().some(([, part]) => part.entries().length + part.list().length > 0))
    return false;
  const types = policy.list('spec', 'policyTypes').map((type) => type.text());
  return types.length === 0 || types.includes('Ingress');
}
