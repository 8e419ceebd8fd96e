import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/host-pid',
  title: 'Pod that sees the processes of its node',
  dimension: 'security',
  severity: 'high',
  why: 'With hostPID a pod sees every process of its node, with its arguments and, as root, its environment, files and memory: the secrets of all other pods on that node are in reach. Only agents that watch nodes need it.',
  sameAs: [
    'checkov:CKV_K8S_17',
    'kics:k8s/shared_host_pid_namespace',
    'kube-linter:host-pid',
    'kubeaudit:hostns/NamespaceHostPIDTrue',
    'kubescape:host-pid-privileges',
    'polaris:hostPIDSet',
    'regula:FG_R00486',
    'trivy:KSV-0010',
  ],
  controls: ['cis-kubernetes:5.2.3', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  visits: pods,
  judge(pod, graph) {
    const setting = pod.node.get('hostPID');
    if (setting?.flag() !== true || enforces(graph, pod.resource, 'baseline')) return;
    return {
      message: `${pod.resource.address} sees all processes of its node, and through them the secrets of other pods: take hostPID out.`,
      at: setting,
      ...(isNodeAgent(pod) && { severity: 'low' }),
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
      hostPID: true
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
      hostPID: false
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
