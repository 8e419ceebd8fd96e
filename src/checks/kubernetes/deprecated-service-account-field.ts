import { pods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/deprecated-service-account-field',
  title: 'Service account by its old field',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'serviceAccount is an old name of serviceAccountName that the API keeps for compatibility. Tools that look for the new one, policies among them, take the pod for one with the default account.',
  sameAs: [
    'kube-linter:deprecated-service-account-field',
    'kubeaudit:asat/AutomountServiceAccountTokenDeprecated',
    'kubescape:deprecated-service-account-field',
  ],
  sources: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/'],
  visits: pods,
  judge({ node, resource }) {
    const old = node.get('serviceAccount');
    const name = old?.text();
    if (!old || name === undefined) return;
    const current = node.text('serviceAccountName');
    // what the API server writes into every object has both
    if (current === name) return;
    return {
      message: `${resource.address} names its service account by the old field serviceAccount: write serviceAccountName.`,
      at: old,
      ...(current === undefined && {
        fix: {
          safety: 'safe' as const,
          summary: 'write serviceAccountName instead of serviceAccount',
          edits: [
            { op: 'remove' as const, node: old },
            { op: 'set' as const, in: node, path: ['serviceAccountName'], value: name },
          ],
        },
      }),
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
      serviceAccount: api
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
      serviceAccountName: api
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
