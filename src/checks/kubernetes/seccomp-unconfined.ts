import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { containers, securitySetting } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/seccomp-unconfined',
  title: 'Seccomp switched off',
  dimension: 'security',
  severity: 'medium',
  why: 'Unconfined takes the filter of system calls away, also where the cluster sets one by default. What a program needs beyond RuntimeDefault can be allowed by a profile of its own.',
  sameAs: [
    // these count Unconfined as no profile
    'checkov:CKV_K8S_31',
    'gatekeeper:seccomp/default-seccomp-required',
    'gatekeeper:seccomp/seccomp-restricted',
    'kics:k8s/seccomp_profile_is_not_configured',
    'kube-score:container-seccomp-profile',
    'kubescape:set-seccomp-profile',
    'kyverno:restrict-seccomp-strict/check-seccomp-strict',
    'regula:FG_R00495',
    'trivy:KSV-0030',
    'gatekeeper:seccomp/seccomp-baseline',
    'kubeaudit:seccomp/SeccompDisabledContainer',
    'kubeaudit:seccomp/SeccompDisabledPod',
    'kyverno:restrict-seccomp/check-seccomp',
    'trivy:KSV-0104',
  ],
  controls: ['cis-kubernetes:5.7.2'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  visits: containers,
  judge(container, graph) {
    if (enforces(graph, container.resource, 'baseline')) return;
    const type = securitySetting(container, 'seccompProfile', 'type');
    if (type?.text() !== 'Unconfined') return;
    return {
      message: `Container ${container.name} runs without a filter of system calls (seccomp Unconfined): use RuntimeDefault, or a profile of its own.`,
      at: type,
      ...(isNodeAgent(container.pod) && { severity: 'low' }),
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
      securityContext:
        seccompProfile: { type: Unconfined }
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
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
