import { enforces, isNodeAgent, isSystem } from '../../graph/kubernetes/namespaces.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/privileged-container',
  title: 'Privileged container',
  dimension: 'security',
  severity: 'high',
  why: 'A privileged container has all capabilities, all devices of the node and no seccomp or AppArmor profile: whoever takes it over is root on the node. Agents that manage nodes may need it; an application never does.',
  sameAs: [
    'checkov:CKV_K8S_16',
    'gatekeeper:privileged-containers/privileged-containers-disallowed',
    'kics:k8s/container_is_privileged',
    'kube-linter:privileged-container',
    'kube-score:Container Security Context Privileged',
    'kubeaudit:privileged/PrivilegedTrue',
    'kubescape:rule-privileged-container',
    'kyverno:disallow-privileged-containers/privileged-containers',
    'polaris:runAsPrivileged',
    'regula:FG_R00485',
    'trivy:KSV-0017',
  ],
  controls: ['cis-kubernetes:5.2.2', 'pci-dss:2.2.6', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  visits: containers,
  judge(container, graph) {
    const privileged = container.node.get('securityContext', 'privileged');
    if (privileged?.flag() !== true || enforces(graph, container.resource, 'baseline')) return;
    return {
      message: `Container ${container.name} is privileged, which makes it root on its node: take that out, and add the one capability or device that it needs.`,
      at: privileged,
      ...(isNodeAgent(container.pod) && { severity: isSystem(container.resource) ? 'low' : 'medium' }),
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
            privileged: true
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
            allowPrivilegeEscalation: false
            capabilities:
              drop: [ALL]
`,
  },
});
