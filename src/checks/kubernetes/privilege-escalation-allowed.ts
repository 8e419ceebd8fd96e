import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { containers, isWindows } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/privilege-escalation-allowed',
  title: 'Container may gain privileges',
  dimension: 'security',
  severity: 'medium',
  why: 'Unless allowPrivilegeEscalation is false, a process can gain more privileges than it started with, through a setuid program of the image for one: running as another user than root then protects nothing. Almost no program needs it.',
  sameAs: [
    'checkov:CKV_K8S_20',
    'gatekeeper:allow-privilege-escalation/allow-privilege-escalation',
    'kics:k8s/privilege_escalation_allowed',
    'kube-linter:privilege-escalation-container',
    'kubeaudit:privesc/AllowPrivilegeEscalationNil',
    'kubeaudit:privesc/AllowPrivilegeEscalationTrue',
    'kubescape:rule-allow-privilege-escalation',
    'kyverno:disallow-privilege-escalation/privilege-escalation',
    'polaris:privilegeEscalationAllowed',
    'regula:FG_R00489',
    'trivy:KSV-0001',
  ],
  controls: ['cis-kubernetes:5.2.6', 'cis-kubernetes:5.7.3', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  visits: containers,
  judge(container, graph) {
    const { node, name, resource } = container;
    const setting = node.get('securityContext', 'allowPrivilegeEscalation');
    if (setting?.flag() === false || enforces(graph, resource, 'restricted')) return;
    // a privileged container has them already
    if (node.get('securityContext', 'privileged')?.flag() === true || isWindows(container)) return;
    return {
      message: `Container ${name} may gain more privileges than it starts with: set allowPrivilegeEscalation: false.`,
      at: setting ?? node,
      severity: setting && !isNodeAgent(container.pod) ? 'medium' : 'low',
      fix: {
        safety: 'unsafe',
        summary:
          'set allowPrivilegeEscalation: false (programs with the setuid bit no longer get their rights)',
        edits: [{ op: 'set', in: node, path: ['securityContext', 'allowPrivilegeEscalation'], value: false }],
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
            allowPrivilegeEscalation: true
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
`,
  },
});
