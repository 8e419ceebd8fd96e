import { hasRights } from '../../graph/kubernetes/access-rules.ts';
import { resolveName } from '../../graph/kubernetes/names.ts';
import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

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
  ],
  controls: ['cis-kubernetes:5.1.6'],
  sources: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  ],
  visits: pods,
  judge(pod, graph) {
    const own = pod.node.get('automountServiceAccountToken');
    if (own?.flag() === false || isSystem(pod.resource)) return;
    const name = pod.node.text('serviceAccountName') ?? pod.node.text('serviceAccount') ?? 'default';
    const accounts = resolveName(graph, pod.resource, 'ServiceAccount', name);
    if (!own && accounts.some((account) => account.body.flag('automountServiceAccountToken') === false))
      return;
    // an account that is given rights is there to use them
    if (name !== 'default' && hasRights(graph, pod.resource, name)) return;
    return {
      message: `${pod.resource.address} carries a token of service account ${name}, to which the repository gives no rights: set automountServiceAccountToken: false.`,
      at: own ?? pod.node,
      fix: {
        safety: 'unsafe',
        summary: 'do not mount the token (a program that asks the Kubernetes API fails)',
        edits: [{ op: 'set', in: pod.node, path: ['automountServiceAccountToken'], value: false }],
      },
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
