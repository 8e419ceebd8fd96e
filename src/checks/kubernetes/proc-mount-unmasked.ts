import { enforces } from '../../graph/kubernetes/namespaces.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/proc-mount-unmasked',
  title: 'Container that sees all of /proc',
  dimension: 'security',
  severity: 'medium',
  why: 'Runtimes hide and write-protect parts of /proc that tell about, or change, the node. procMount: Unmasked shows them to the container; it is meant for containers in containers, in a user namespace of their own.',
  sameAs: [
    'gatekeeper:proc-mount/default-proc-mount-required',
    'kube-linter:unsafe-proc-mount',
    'kyverno:disallow-proc-mount/check-proc-mount',
    'polaris:procMount',
    'trivy:KSV-0027',
  ],
  controls: ['cis-kubernetes:5.7.3', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  visits: containers,
  judge({ node, name, pod, resource }, graph) {
    const setting = node.get('securityContext', 'procMount');
    if (!setting || setting.text() === 'Default' || enforces(graph, resource, 'baseline')) return;
    // in a user namespace of its own it is not the node's root that sees them
    const severity = pod.node.flag('hostUsers') === false ? 'low' : 'medium';
    return {
      message: `Container ${name} sees the parts of /proc that runtimes hide (procMount: ${setting.text()}): leave procMount out.`,
      at: setting,
      severity,
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
            procMount: Unmasked
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
            procMount: Default
`,
  },
});
