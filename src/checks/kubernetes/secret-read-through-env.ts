import { containers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/secret-read-through-env',
  title: 'Secret handed over through the environment',
  dimension: 'security',
  severity: 'info',
  why: 'Environment variables are inherited by child processes, printed by debug pages and crash reports, and do not change when the Secret does. A mounted file does, and it can be kept from everybody but the program. Whether that matters depends on the program.',
  sameAs: [
    'checkov:CKV_K8S_35',
    'kics:k8s/secrets_as_environment_variables',
    'kube-linter:read-secret-from-env-var',
    'kubescape:rule-secrets-in-env-var',
    // of what envFrom reads
    'kubescape:rule-credentials-in-env-var',
    'kyverno:no-secrets/secrets-not-from-env',
    'kyverno:no-secrets/secrets-not-from-envfrom',
    'regula:FG_R00494',
  ],
  controls: ['cis-kubernetes:5.4.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  visits: containers,
  judge({ node, name }) {
    const variables = node.list('env').filter((variable) => variable.has('valueFrom', 'secretKeyRef'));
    const whole = node.list('envFrom').filter((source) => source.has('secretRef'));
    const [first] = [...variables, ...whole];
    if (!first) return;
    const names = variables.map((variable) => variable.text('name') ?? '?');
    const what = [...names, ...(whole.length > 0 ? ['all keys of a Secret'] : [])].join(', ');
    return {
      message: `Container ${name} gets ${what} through its environment, which child processes and crash reports see: mount the Secret as files where the program can read them.`,
      at: first,
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
          env:
            - name: DB_PASSWORD
              valueFrom:
                secretKeyRef: { name: api-database, key: password }
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
      volumes:
        - name: database
          secret: { secretName: api-database }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: database, mountPath: /run/secrets/database, readOnly: true }
`,
  },
});
