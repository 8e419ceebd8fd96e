import type { Graph } from '../../graph/graph.ts';
import { hasRights } from '../../graph/kubernetes/access-rules.ts';
import { resolveName } from '../../graph/kubernetes/names.ts';
import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { type Pod, pods } from '../../graph/kubernetes/pods.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Fix } from '../../model/edit.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

interface Bearer extends Subject {
  /** absent where the subject is an account itself */
  readonly pod?: Pod;
}

const bearers: Selector<Bearer> = {
  of: 'pods and service accounts',
  find: (graph) => [
    ...graph.select(pods).map((pod) => ({ resource: pod.resource, node: pod.node, pod })),
    ...graph.ofType('ServiceAccount').map((resource) => ({ resource, node: resource.body })),
  ],
};

export default check({
  id: 'kubernetes/service-account-token-mounted',
  title: 'Token for the Kubernetes API in a pod that needs none',
  dimension: 'security',
  severity: 'low',
  why: 'Each pod gets a token of its service account unless that is switched off. Whoever takes the pod over can then ask the Kubernetes API, at least who is there and, with rights that somebody adds to that account later, more. A pod that never asks the API is better without.',
  sameAs: [
    'checkov:CKV_K8S_38',
    'checkov:CKV_K8S_41',
    'gatekeeper:automount-serviceaccount-token/automount-serviceaccount-token',
    'kics:k8s/service_account_token_automount_not_disabled',
    'kubeaudit:asat/AutomountServiceAccountTokenTrueAndDefaultSA',
    'kubescape:automount-default-service-account',
    'kubescape:automount-service-account',
    'kyverno:restrict-automount-sa-token/validate-automountServiceAccountToken',
    'kyverno:restrict-sa-automount-sa-token/validate-sa-automountServiceAccountToken',
    'polaris:automountServiceAccountToken',
    'regula:FG_R00483',
    'regula:FG_R00484',
    'kubeaudit:asat',
  ],
  controls: ['cis-kubernetes:5.1.6'],
  sources: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  ],
  visits: bearers,
  judge({ pod, resource }, graph) {
    return pod ? judgePod(pod, graph) : judgeAccount(resource, graph);
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
      automountServiceAccountToken: false
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});

function judgePod({ node, resource }: Pod, graph: Graph): Fault | undefined {
  const own = node.get('automountServiceAccountToken');
  if (own?.flag() === false || isSystem(resource)) return;
  const name = node.text('serviceAccountName') ?? node.text('serviceAccount') ?? 'default';
  const accounts = resolveName(graph, resource, 'ServiceAccount', name);
  if (!own && accounts.some((account) => account.body.flag('automountServiceAccountToken') === false)) return;
  // an account that is given rights is there to use them
  if (name !== 'default' && hasRights(graph, resource, name)) return;
  return {
    message: `${resource.address} carries a token of service account ${name}, to which the repository gives no rights: set automountServiceAccountToken: false.`,
    at: own ?? node,
    fix: withoutToken(node),
  };
}

/** An account that pods of the repository run as is judged with them. */
function judgeAccount(account: Resource, graph: Graph): Fault | undefined {
  const own = account.body.get('automountServiceAccountToken');
  const isDefault = account.name === 'default';
  if (isDefault ? own?.flag() === false : own?.flag() !== true) return;
  if (isSystem(account) || graph.to(account, 'runs-as').length > 0) return;
  if (!isDefault && hasRights(graph, account, account.name)) return;
  return {
    message: isDefault
      ? `Each pod of the namespace that names no service account of its own gets a token of ${account.address}: set automountServiceAccountToken: false, and let those that ask the API have accounts of their own.`
      : `${account.address} gives its pods a token, but the repository gives it no rights: set automountServiceAccountToken: false.`,
    at: own ?? account.body,
    fix: withoutToken(account.body),
  };
}

function withoutToken(node: Node): Fix {
  return {
    safety: 'unsafe',
    summary: 'do not mount the token (a program that asks the Kubernetes API fails)',
    edits: [{ op: 'set', in: node, path: ['automountServiceAccountToken'], value: false }],
  };
}
