import { capabilityName, givenByDefault } from '../../graph/kubernetes/capabilities.ts';
import { enforces } from '../../graph/kubernetes/namespaces.ts';
import { containers, isWindows } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/capabilities-kept',
  title: 'Container that keeps the default capabilities',
  dimension: 'security',
  severity: 'low',
  why: 'A container runtime gives each container about a dozen capabilities, such as changing the owner of files or sending raw packets, and hardly any program needs one. Dropping ALL, and adding back what is needed, takes them from an attacker too.',
  sameAs: [
    'checkov:CKV_K8S_37',
    'kics:k8s/no_drop_capabilities_for_containers',
    'kubeaudit:capabilities/CapabilityOrSecurityContextMissing',
    'kubeaudit:capabilities/CapabilityShouldDropAll',
    'kyverno:disallow-capabilities-strict/require-drop-all',
    'kyverno:drop-all-capabilities/require-drop-all',
    'polaris:insecureCapabilities',
    'trivy:KSV-0003',
  ],
  controls: ['cis-kubernetes:5.2.10', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  visits: containers,
  judge(container, graph) {
    const { node, name, resource } = container;
    if (enforces(graph, resource, 'restricted') || isWindows(container)) return;
    if (node.get('securityContext', 'privileged')?.flag() === true) return;
    const drop = node.get('securityContext', 'capabilities', 'drop');
    const dropped = new Set(drop?.list().map((capability) => capabilityName(capability.text())));
    // kubernetes/net-raw-kept says it where that is kept too
    if (dropped.has('ALL') || !dropped.has('NET_RAW')) return;
    if ([...givenByDefault].every((capability) => dropped.has(capability))) return;
    return {
      message: `Container ${name} drops NET_RAW and keeps a dozen other capabilities that it hardly needs: drop ALL, and add back what it does need.`,
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
          securityContext:
            capabilities:
              drop: [NET_RAW]
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
              drop: [ALL]
              add: [NET_BIND_SERVICE]
`,
  },
});
