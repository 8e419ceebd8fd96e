import { capabilityName } from '../../graph/kubernetes/capabilities.ts';
import { enforces } from '../../graph/kubernetes/namespaces.ts';
import { containers, isWindows } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/net-raw-kept',
  title: 'Container that may forge packets',
  dimension: 'security',
  severity: 'low',
  why: 'NET_RAW is among the capabilities that a runtime gives unasked, and lets a process send packets with any address: enough to pose as a neighbour or as the DNS server on the same node. Hardly any program needs it, nor the dozen others that come with it. Drop ALL, and add back what is needed.',
  sameAs: [
    'checkov:CKV_K8S_28',
    'checkov:CKV_K8S_37',
    'kics:k8s/net_raw_capabilities_not_being_dropped',
    'kics:k8s/no_drop_capabilities_for_containers',
    'kubeaudit:capabilities/CapabilityOrSecurityContextMissing',
    'kubeaudit:capabilities/CapabilityShouldDropAll',
    'kubescape:drop-capability-netraw',
    'kyverno:disallow-capabilities-strict/require-drop-all',
    'kyverno:drop-all-capabilities/require-drop-all',
    'kyverno:drop-cap-net-raw/require-drop-cap-net-raw',
    'polaris:insecureCapabilities',
    'regula:FG_R00491',
    'trivy:KSV-0003',
  ],
  controls: ['cis-kubernetes:5.2.8', 'soc2:CC6.1'],
  sources: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    'https://man7.org/linux/man-pages/man7/capabilities.7.html',
  ],
  visits: containers,
  judge(container, graph) {
    const { node, name, resource } = container;
    if (enforces(graph, resource, 'restricted') || isWindows(container)) return;
    const drop = node.get('securityContext', 'capabilities', 'drop');
    const dropped = new Set(drop?.list().map((capability) => capabilityName(capability.text())));
    if (dropped.has('ALL') || dropped.has('NET_RAW')) return;
    if (node.get('securityContext', 'privileged')?.flag() === true)
      return {
        message: `Container ${name} is privileged and so has every capability, NET_RAW among them: take privileged out, drop ALL, and add back what it does need.`,
        at: drop ?? node,
        severity: 'info',
      };
    return {
      message: `Container ${name} keeps NET_RAW, with which it can forge packets of its neighbours, and the other capabilities that it hardly needs: drop ALL, and add back what it does need.`,
      at: drop ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'drop all capabilities (a program that uses one fails)',
        edits: [{ op: 'set', in: node, path: ['securityContext', 'capabilities', 'drop'], value: ['ALL'] }],
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
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          securityContext:
            capabilities:
              drop: [NET_RAW]
`,
  },
});
