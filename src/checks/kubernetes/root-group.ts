import { isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { containers, isWindows, securitySetting } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/root-group',
  title: 'Container in the group of root',
  dimension: 'security',
  severity: 'info',
  why: 'Group 0 may read and often write what belongs to root: in the image, and on every volume that the node lends. It is the custom of OpenShift, whose images are made for it; elsewhere a group of its own gives less away.',
  sameAs: [
    'kube-linter:run-as-non-root',
    'kyverno:require-non-root-groups/check-runasgroup',
    'trivy:KSV-0116',
  ],
  controls: ['cis-kubernetes:5.7.3', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  visits: containers,
  judge(container) {
    if (isWindows(container) || isNodeAgent(container.pod)) return;
    const group = securitySetting(container, 'runAsGroup');
    // whoever is root has its group, and that is another finding
    if (group?.amount() !== 0 || securitySetting(container, 'runAsUser')?.amount() === 0) return;
    return {
      message: `Container ${container.name} runs in group 0, which may write what the image keeps for root: give it a group of its own, such as 10001.`,
      at: group,
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
        runAsUser: 10001
        runAsGroup: 0
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
        runAsUser: 10001
        runAsGroup: 10001
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
