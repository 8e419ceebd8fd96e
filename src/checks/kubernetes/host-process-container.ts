import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { containers, securitySetting } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/host-process-container',
  title: 'Windows container that runs on the node itself',
  dimension: 'security',
  severity: 'high',
  why: 'A HostProcess container is no container: it is a process of the Windows node with the rights of its user, up to SYSTEM. It is for agents that set up nodes.',
  sameAs: [
    'gatekeeper:host-process/host-process-disallowed',
    'kyverno:disallow-host-process/host-process-containers',
    'polaris:hostProcess',
    'trivy:KSV-0103',
  ],
  controls: ['cis-kubernetes:5.2.11'],
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  visits: containers,
  judge(container, graph) {
    if (enforces(graph, container.resource, 'baseline')) return;
    const setting = securitySetting(container, 'windowsOptions', 'hostProcess');
    if (setting?.flag() !== true) return;
    return {
      message: `Container ${container.name} runs as a process of its Windows node (hostProcess): take that out unless it is an agent that manages nodes.`,
      at: setting,
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
        windowsOptions: { hostProcess: true, runAsUserName: "NT AUTHORITY\\\\SYSTEM" }
      hostNetwork: true
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
        windowsOptions: { runAsUserName: ContainerUser }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
