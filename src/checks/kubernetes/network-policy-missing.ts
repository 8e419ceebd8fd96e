import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { pods, runsWithoutEnd } from '../../graph/kubernetes/pods.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { doorTo } from '../../graph/kubernetes/traffic.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Policies of network plug-ins and meshes, whose selectors are their own: where they are used, silence is better than a guess. */
const otherPolicies = [
  'CiliumNetworkPolicy.cilium.io',
  'CiliumClusterwideNetworkPolicy.cilium.io',
  'NetworkPolicy.crd.projectcalico.org',
  'NetworkPolicy.projectcalico.org',
  'GlobalNetworkPolicy.crd.projectcalico.org',
  'GlobalNetworkPolicy.projectcalico.org',
  'AdminNetworkPolicy.policy.networking.k8s.io',
  'BaselineAdminNetworkPolicy.policy.networking.k8s.io',
];

export default check({
  id: 'kubernetes/network-policy-missing',
  title: 'Pod that no network policy selects',
  dimension: 'security',
  severity: 'low',
  why: 'A pod that no NetworkPolicy selects can be reached by every pod of the cluster and reach everything. Once one exposed pod is taken over, all others are neighbours. A policy that denies by default, and one for each workload that says who may call it, keep the damage small.',
  sameAs: [
    'kube-linter:non-isolated-pod',
    'kube-score:Pod NetworkPolicy',
    'kubescape:ingress-and-egress-blocked',
    'polaris:missingNetworkPolicy',
  ],
  controls: ['cis-kubernetes:5.3.2', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  visits: pods,
  judge(pod, graph) {
    const { resource, node, workload } = pod;
    // no policy holds in the network of the node
    if (node.flag('hostNetwork') === true || isSystem(resource) || workload === 'PodTemplate') return;
    if (holdsAny(graph, resource, otherPolicies)) return;
    const policies = graph.to(resource, 'isolates').map(({ from }) => from);
    const withoutEffect = policies.find(({ body }) => !limits(body, 'Egress') && hasRules(body, 'egress'));
    if (withoutEffect)
      return {
        message: `${withoutEffect.address} has egress rules for ${resource.address}, and its policyTypes leave Egress out, so they have no effect: add Egress.`,
        at: withoutEffect.body.get('spec', 'policyTypes')!,
      };
    if (policies.some(({ body }) => limits(body, 'Ingress'))) return;
    if (policies[0])
      return {
        message: `${policies[0].address} limits only what ${resource.address} may call, so every pod of the cluster may call it: add a policy for Ingress that says which may.`,
      };
    if (!runsWithoutEnd(pod))
      return {
        message: `No NetworkPolicy selects ${resource.address}, so it may call every pod of the cluster: add one for Egress that says what it needs.`,
        severity: 'info',
      };
    const door = doorTo(graph, resource);
    if (door)
      return {
        message: `${resource.address} gets traffic from outside through ${door.address}, and no NetworkPolicy selects it: whoever takes it over reaches every other pod. Add one that says who it may call and be called by.`,
        severity: 'medium',
      };
    const isCustom = holdsAny(graph, resource, ['NetworkPolicy']);
    return {
      message: `No NetworkPolicy selects ${resource.address}, so every pod of the cluster may call it: add one that says which may.`,
      ...(!isCustom && { severity: 'info' }),
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
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          ports: [{ containerPort: 8080 }]
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: api, port: { number: 80 } }
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
          ports: [{ containerPort: 8080 }]
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: api, port: { number: 80 } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`,
  },
});

/**
 * Whether a NetworkPolicy limits a direction: without policyTypes always Ingress, and Egress where it has rules for it.
 * Source: Kubernetes API, NetworkPolicySpec.
 */
function limits(policy: Node, direction: 'Ingress' | 'Egress'): boolean {
  const types = policy.list('spec', 'policyTypes').map((type) => type.text());
  return types.length === 0
    ? direction === 'Ingress' || hasRules(policy, 'egress')
    : types.includes(direction);
}

function hasRules(policy: Node, field: string): boolean {
  return policy.list('spec', field).length > 0;
}
