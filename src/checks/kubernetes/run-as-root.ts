import { enforces, isNodeAgent, isSystem } from '../../graph/kubernetes/namespaces.ts';
import { containers, securitySetting } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/run-as-root',
  title: 'Container may run as root',
  dimension: 'security',
  severity: 'high',
  why: 'A process that runs as root in its container is root on the node as soon as it gets out: through a kernel flaw, a writable host path or a runtime bug. Nothing but runAsNonRoot or a non-zero runAsUser makes the kubelet refuse such an image.',
  sameAs: [
    'checkov:CKV_K8S_23',
    'kics:k8s/containers_running_as_root',
    'kube-linter:run-as-non-root',
    'kubeaudit:nonroot',
    'kubescape:non-root-containers',
    'kyverno:require-run-as-non-root-user/run-as-non-root-user',
    'kyverno:require-run-as-nonroot/run-as-non-root',
    'polaris:runAsRootAllowed',
    'regula:FG_R00490',
    'trivy:KSV-0012',
    // no id, or 0, is a low one too
    'checkov:CKV_K8S_40',
    'kics:k8s/containers_run_with_low_uid',
    'trivy:KSV-0020',
    'trivy:KSV-0105',
    'kubeaudit:nonroot/RunAsNonRootCSCFalse',
    'kubeaudit:nonroot/RunAsNonRootPSCFalseCSCNil',
    'kubeaudit:nonroot/RunAsNonRootPSCNilCSCNil',
    'kubeaudit:nonroot/RunAsUserCSCRoot',
    'kubeaudit:nonroot/RunAsUserPSCRoot',
  ],
  controls: ['cis-kubernetes:5.2.7', 'cis-kubernetes:5.7.3', 'pci-dss:2.2.6', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  visits: containers,
  judge(container, graph) {
    // the pod is refused, which is a finding of its own
    if (enforces(graph, container.resource, 'restricted')) return;
    const user = securitySetting(container, 'runAsUser');
    const id = user?.amount();
    if (id === 0)
      return {
        message: `Container ${container.name} runs as root (runAsUser: 0): give it a user of its own, such as 10001.`,
        at: user!,
        ...(isNodeAgent(container.pod) && { severity: 'medium' }),
      };
    if (id !== undefined || securitySetting(container, 'runAsNonRoot')?.flag() === true) return;
    return {
      message: `Container ${container.name} runs as root if its image says so: set runAsNonRoot: true, which makes the kubelet refuse a root image.`,
      severity: isSystem(container.resource) ? 'low' : 'medium',
      fix: {
        safety: 'unsafe',
        summary: 'set runAsNonRoot: true (the pod does not start where its image runs as root)',
        edits: [{ op: 'set', in: container.node, path: ['securityContext', 'runAsNonRoot'], value: true }],
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
      securityContext:
        runAsNonRoot: true
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
