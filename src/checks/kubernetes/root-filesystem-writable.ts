import { containers, isWindows } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/root-filesystem-writable',
  title: 'Container with a writable root file system',
  dimension: 'security',
  severity: 'low',
  why: "A program that can write to its own root file system can be made to keep an attacker's tools there, or to change its own code. With readOnlyRootFilesystem what it does need to write goes to volumes that are named and bounded.",
  sameAs: [
    'checkov:CKV_K8S_22',
    'gatekeeper:read-only-root-filesystem/require-read-only-root-filesystem',
    'kics:k8s/root_container_not_mounted_as_read_only',
    'kube-linter:no-read-only-root-fs',
    'kube-score:Container Security Context ReadOnlyRootFilesystem',
    'kubeaudit:rootfs/ReadOnlyRootFilesystemFalse',
    'kubeaudit:rootfs/ReadOnlyRootFilesystemNil',
    'kubescape:immutable-container-filesystem',
    'kyverno:require-ro-rootfs/validate-readOnlyRootFilesystem',
    'polaris:notReadOnlyRootFilesystem',
    'trivy:KSV-0014',
  ],
  controls: ['cis-kubernetes:5.7.3', 'soc2:CC6.8'],
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  visits: containers,
  judge({ node, name, ...container }) {
    if (isWindows(container)) return;
    const setting = node.get('securityContext', 'readOnlyRootFilesystem');
    if (setting?.flag() === true) return;
    return {
      message: `Container ${name} can write to its own root file system: set readOnlyRootFilesystem: true, and mount an emptyDir where it has to write.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'make the root file system read-only (a program that writes to it fails)',
        edits: [{ op: 'set', in: node, path: ['securityContext', 'readOnlyRootFilesystem'], value: true }],
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
            readOnlyRootFilesystem: true
`,
  },
});
