import { enforces } from '../../graph/kubernetes/namespaces.ts';
import { containers, isWindows, securitySetting } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

const profiles = new Set(['RuntimeDefault', 'Localhost', 'Unconfined']);
const annotation = /^(?:container\.)?seccomp\.security\.alpha\.kubernetes\.io\//;

export default check({
  id: 'kubernetes/seccomp-missing',
  title: 'Container without a seccomp profile',
  dimension: 'security',
  severity: 'low',
  why: 'Unless the kubelet is told otherwise, a container without a seccomp profile may call everything that the kernel offers, and most ways out of containers begin with a system call that programs never make. RuntimeDefault forbids those and breaks next to nothing.',
  sameAs: [
    'checkov:CKV_K8S_31',
    'gatekeeper:seccomp/default-seccomp-required',
    'gatekeeper:seccomp/seccomp-restricted',
    'kics:k8s/seccomp_profile_is_not_configured',
    'kube-score:Container Seccomp Profile',
    'kubeaudit:seccomp/SeccompProfileMissing',
    'kubescape:set-seccomp-profile',
    'kyverno:restrict-seccomp-strict/check-seccomp-strict',
    'regula:FG_R00495',
    'trivy:KSV-0030',
  ],
  controls: ['cis-kubernetes:5.7.2', 'cis-kubernetes:5.7.3'],
  sources: [
    'https://kubernetes.io/docs/tutorials/security/seccomp/',
    'https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/135-seccomp',
  ],
  visits: containers,
  judge(container, graph) {
    const { node, pod, name, resource } = container;
    if (enforces(graph, resource, 'restricted') || isWindows(container)) return;
    // the profile does not hold for it
    if (node.get('securityContext', 'privileged')?.flag() === true) return;
    const type = securitySetting(container, 'seccompProfile', 'type')?.text();
    if (type !== undefined && profiles.has(type)) return;
    const isAnnotated = pod.template
      ?.get('metadata', 'annotations')
      ?.entries()
      .some(([key]) => annotation.test(key));
    if (isAnnotated && minorOf(resource.unit.kubernetesVersion) < 27) return;
    return {
      message: `Container ${name} has no seccomp profile${isAnnotated ? ' but an annotation, which Kubernetes does not read since 1.27' : ''}, so every system call is open to it: set seccompProfile.type: RuntimeDefault for the pod.`,
      fix: {
        safety: 'unsafe',
        summary: 'set the seccomp profile RuntimeDefault for the pod',
        edits: [
          {
            op: 'set',
            in: pod.node,
            path: ['securityContext', 'seccompProfile', 'type'],
            value: 'RuntimeDefault',
          },
        ],
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
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});

/** Of `1.26` 26; where no version is said it is a recent one. */
function minorOf(version: string | undefined): number {
  return version === undefined ? Number.POSITIVE_INFINITY : Number(version.split('.')[1]);
}
