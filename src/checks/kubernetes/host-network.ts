import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/host-network',
  title: 'Pod in the network of its node',
  dimension: 'security',
  severity: 'medium',
  why: "A pod with hostNetwork sees all traffic of its node, reaches services that listen on the node's own addresses only, among them the metadata service of the cloud, and no NetworkPolicy holds for it. Network agents need it; other programs can be reached through a Service.",
  sameAs: [
    'checkov:CKV_K8S_19',
    'kics:k8s/shared_host_network_namespace',
    'kube-linter:host-network',
    'kubeaudit:hostns/NamespaceHostNetworkTrue',
    'kubescape:host-network-access',
    'polaris:hostNetworkSet',
    'regula:FG_R00488',
    'trivy:KSV-0009',
  ],
  controls: ['cis-kubernetes:5.2.5', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  visits: pods,
  judge(pod, graph) {
    const setting = pod.node.get('hostNetwork');
    if (setting?.flag() !== true || enforces(graph, pod.resource, 'baseline')) return;
    return {
      message: `${pod.resource.address} shares the network of its node, where no NetworkPolicy holds: take hostNetwork out, and let a Service reach it.`,
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
      hostNetwork: true
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
      hostNetwork: false
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
