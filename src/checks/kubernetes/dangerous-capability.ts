import { capabilityName, dangers } from '../../graph/kubernetes/capabilities.ts';
import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/dangerous-capability',
  title: 'Capability that leads out of the container',
  dimension: 'security',
  severity: 'high',
  why: "Some capabilities are worth as much as root on the node: with SYS_ADMIN one mounts its disks, with SYS_MODULE one loads a kernel module, with SYS_PTRACE or DAC_READ_SEARCH one reads what is not one's own. Others, such as NET_ADMIN and NET_RAW, reach into the traffic of neighbours.",
  sameAs: [
    'checkov:CKV_K8S_39',
    'kics:k8s/containers_with_sys_admin_capabilities',
    'kube-linter:drop-net-raw-capability',
    'kubescape:insecure-capabilities',
    // for SYS_ADMIN
    'kubescape:rule-privileged-container',
    'kyverno:disallow-capabilities/adding-capabilities',
    'polaris:dangerousCapabilities',
    'trivy:KSV-0005',
    'trivy:KSV-0022',
    'trivy:KSV-0119',
    'trivy:KSV-0120',
    // these speak of any capability that is added
    'checkov:CKV_K8S_25',
    'kics:k8s/containers_with_added_capabilities',
    'kubeaudit:capabilities/CapabilityAdded',
    'kyverno:disallow-capabilities-strict/adding-capabilities-strict',
    'regula:FG_R00492',
  ],
  controls: ['cis-kubernetes:5.2.9', 'soc2:CC6.1'],
  sources: [
    'https://man7.org/linux/man-pages/man7/capabilities.7.html',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  ],
  visits: containers,
  judge({ node, name, pod, resource }, graph) {
    if (enforces(graph, resource, 'baseline')) return;
    // who is privileged has them all, which is said by itself
    if (node.peek('securityContext', 'privileged')?.content === true) return;
    return node.list('securityContext', 'capabilities', 'add').flatMap((at): Fault[] => {
      const capability = capabilityName(at.text());
      const danger = dangers[capability];
      if (!danger) return [];
      return [
        {
          message: `Container ${name} adds ${capability}, with which it can ${danger.means}: take it out, or do that part of the work elsewhere.`,
          at,
          key: capability,
          severity: isNodeAgent(pod) ? 'low' : danger.severity,
        },
      ];
    });
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
              add: [SYS_ADMIN]
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
