import { isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { containers, isWindows, securitySetting } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

/** Ids up to here are given to the users of machines. Source: Debian Policy 9.2.2, UID and GID classes, and the peers' rules. */
const highestOfMachines = 10_000;

export default check({
  id: 'kubernetes/low-user-id',
  title: 'Container with the id of a user of the node',
  dimension: 'security',
  severity: 'info',
  why: 'User ids mean the same inside and outside of a container. One below 10000 is likely to be that of a person or service on the node, so that a process which gets out owns the files of that user. A higher one belongs to nobody there.',
  sameAs: [
    'checkov:CKV_K8S_40',
    'kics:k8s/containers_run_with_low_uid',
    'kube-score:Container Security Context User Group ID',
    'trivy:KSV-0020',
  ],
  controls: ['cis-kubernetes:5.2.7', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  visits: containers,
  judge(container) {
    if (isWindows(container) || isNodeAgent(container.pod)) return;
    const user = securitySetting(container, 'runAsUser');
    const id = user?.amount();
    // 0 is kubernetes/run-as-root
    if (!user || !id || id > highestOfMachines) return;
    return {
      message: `Container ${container.name} runs as user ${id}, which may be somebody on the node: use an id above ${highestOfMachines}, where the files of the image allow it.`,
      at: user,
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
        runAsUser: 1000
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
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
