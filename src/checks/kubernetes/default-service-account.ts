import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/default-service-account',
  title: 'Workload without a service account of its own',
  dimension: 'security',
  severity: 'info',
  why: 'Every pod that names no account runs as default, together with all others of the namespace. Rights that one of them is given later are those of all, and an audit log cannot tell them apart. An account of its own costs three lines.',
  sameAs: ['kics:k8s/service_account_name_undefined_or_empty', 'kube-linter:default-service-account'],
  controls: ['cis-kubernetes:5.1.5', 'soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts'],
  visits: pods,
  judge({ resource, node }) {
    // without a token it makes no difference who it would be
    if (node.get('automountServiceAccountToken')?.flag() === false || isSystem(resource)) return;
    const at = node.get('serviceAccountName') ?? node.get('serviceAccount');
    const name = at?.text();
    if (name !== undefined && name !== '' && name !== 'default') return;
    return {
      message: `${resource.address} runs as the account default, which all pods of the namespace share: give it a service account of its own, or mount no token (automountServiceAccountToken: false).`,
      at: at ?? node,
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
      serviceAccountName: api
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
