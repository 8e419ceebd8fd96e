import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/host-ipc',
  title: 'Pod that shares memory with its node',
  dimension: 'security',
  severity: 'medium',
  why: 'With hostIPC a pod can read and write the shared memory segments and message queues of its node and of all other pods that do the same. Processes that share memory belong into one pod instead.',
  sameAs: [
    'checkov:CKV_K8S_18',
    'kics:k8s/shared_host_ipc_namespace',
    'kube-linter:host-ipc',
    'kubeaudit:hostns/NamespaceHostIPCTrue',
    'kubescape:host-ipc-privileges',
    'polaris:hostIPCSet',
    'regula:FG_R00487',
    'trivy:KSV-0008',
  ],
  controls: ['cis-kubernetes:5.2.4', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  visits: pods,
  judge(pod, graph) {
    const setting = pod.node.get('hostIPC');
    if (setting?.flag() !== true || enforces(graph, pod.resource, 'baseline')) return;
    return {
      message: `${pod.resource.address} shares the memory segments of its node: take hostIPC out.`,
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
      hostIPC: true
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
      hostIPC: false
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
