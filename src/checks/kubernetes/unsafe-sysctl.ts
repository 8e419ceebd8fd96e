import { enforces } from '../../graph/kubernetes/namespaces.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { check, type Fault } from '../check.ts';

/** Source: Kubernetes documentation, Pod Security Standards, baseline, Sysctls. */
const safe = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);

export default check({
  id: 'kubernetes/unsafe-sysctl',
  title: "Kernel setting that is not a pod's own",
  dimension: 'security',
  severity: 'medium',
  why: 'Some kernel settings are kept apart for each pod; all others change or endanger the node, and the kubelet refuses a pod with one unless an administrator has allowed it there. So the pod either does not start or weighs on its neighbours.',
  sameAs: [
    'kics:k8s/cluster_allows_unsafe_sysctls',
    'kube-linter:unsafe-sysctls',
    'kyverno:restrict-sysctls/check-sysctls',
    'trivy:KSV-0026',
  ],
  controls: ['cis-kubernetes:5.7.3', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls'],
  visits: pods,
  judge({ node, resource }, graph) {
    if (enforces(graph, resource, 'baseline')) return;
    return node.list('securityContext', 'sysctls').flatMap((sysctl): Fault[] => {
      const name = sysctl.text('name');
      if (name === undefined || safe.has(name.replaceAll('/', '.'))) return [];
      return [
        {
          message: `${resource.address} sets the kernel parameter ${name}, which is not among those that are safe for a pod: the kubelet refuses it unless it was allowed on the node.`,
          at: sysctl,
          key: name,
        },
      ];
    });
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
      securityContext:
        sysctls:
          - { name: kernel.msgmax, value: "65536" }
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
      securityContext:
        sysctls:
          - { name: net.ipv4.ip_unprivileged_port_start, value: "80" }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
