import { capabilityName, dangers, givenByDefault } from '../../graph/kubernetes/capabilities.ts';
import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/capability-added',
  title: 'Capability beyond the default ones',
  dimension: 'security',
  severity: 'low',
  why: 'A capability that runtimes do not give by default is there for one purpose. It should stay with the container that has it, and go as soon as the purpose does; the restricted Pod Security Standard allows NET_BIND_SERVICE alone.',
  sameAs: [
    'checkov:CKV_K8S_25',
    'kics:k8s/containers_with_added_capabilities',
    'kubeaudit:capabilities/CapabilityAdded',
    'kyverno:disallow-capabilities-strict/adding-capabilities-strict',
    'regula:FG_R00492',
  ],
  controls: ['cis-kubernetes:5.2.9'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  visits: containers,
  judge({ node, name, pod, resource }, graph) {
    if (isNodeAgent(pod) || enforces(graph, resource, 'baseline')) return;
    return node.list('securityContext', 'capabilities', 'add').flatMap((at): Fault[] => {
      const capability = capabilityName(at.text());
      if (capability === '' || capability === 'NET_BIND_SERVICE' || dangers[capability]) return [];
      if (givenByDefault.has(capability))
        return [
          {
            message: `Container ${name} adds the capability ${capability}, which the restricted Pod Security Standard does not allow: take it out where the program works without.`,
            at,
            key: capability,
            severity: 'info',
          },
        ];
      return [
        {
          message: `Container ${name} adds the capability ${capability}, which containers do not have by default: take it out unless the program cannot work without.`,
          at,
          key: capability,
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
              add: [SYS_NICE]
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
