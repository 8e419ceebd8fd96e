import { accountOf, type HeldPower } from '../../graph/kubernetes/account-powers.ts';
import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { servingPods } from '../../graph/kubernetes/pods.ts';
import { inWords } from '../../graph/kubernetes/powers.ts';
import { doorTo } from '../../graph/kubernetes/traffic.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/rbac-exposed-workload',
  title: 'Workload open to the outside with rights over others',
  dimension: 'security',
  severity: 'high',
  why: 'A program that answers strangers will have a flaw one day, and then its service account is theirs. Reading Secrets, running commands or pods, or acting as others with it is the step from one program to the namespace or the cluster. Split the part that needs the rights from the part that answers.',
  controls: ['cis-kubernetes:5.1.2', 'soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  visits: servingPods,
  judge(pod, graph) {
    const { resource } = pod;
    const door = doorTo(graph, resource);
    const account = door && accountOf(graph, pod);
    if (!door || !account || account.powers.length === 0) return;
    if (pod.node.get('automountServiceAccountToken')?.flag() === false) return;
    const worst = [...account.powers].sort((a, b) => weight(b) - weight(a))[0]!;
    const others = [
      ...new Set(
        account.powers.filter(({ power }) => power !== worst.power).map(({ power }) => inWords[power]),
      ),
    ];
    const where = worst.scope === '*' ? 'in all namespaces' : `in namespace ${worst.scope}`;
    return {
      message: `${resource.address} can be reached from outside through ${door.address}, and as service account ${account.namespace}/${account.name} may ${inWords[worst.power]} ${where} (${worst.subject.resource.address}, ${worst.through.join(', aggregated from ')})${others.length > 0 ? `, and also ${others.join(', ')}` : ''}: take those rights from what answers strangers.`,
      at: worst.subject.node,
      key: resource.address,
      severity: isSystem(resource) ? 'low' : weight(worst) >= 12 ? 'high' : 'medium',
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers: [{ name: web, image: registry.example.com/web:1.4.2, ports: [{ containerPort: 8080 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  type: LoadBalancer
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: web }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - { apiGroups: [''], resources: [pods/exec], verbs: [create] }
`,
    good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers: [{ name: web, image: registry.example.com/web:1.4.2, ports: [{ containerPort: 8080 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  type: LoadBalancer
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: web }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - { apiGroups: [''], resources: [pods], verbs: [get, list] }
`,
  },
});

const order = [
  'read-secrets',
  'exec',
  'run-pods',
  'make-tokens',
  'impersonate-accounts',
  'impersonate',
  'bind',
  'escalate',
  'everything',
];

/** The whole cluster outweighs any right in one namespace. */
function weight({ power, scope }: HeldPower): number {
  return order.indexOf(power) + (scope === '*' ? 11 : 0);
}
