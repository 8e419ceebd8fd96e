import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/host-port',
  title: 'Container port on the address of the node',
  dimension: 'security',
  severity: 'low',
  why: 'A hostPort opens a port on each node that runs the pod, past Services, Ingresses and often past NetworkPolicies, and at most one such pod fits on a node. It is for agents that have to be found on their own node.',
  sameAs: [
    'checkov:CKV_K8S_26',
    'kics:k8s/workload_host_port_not_specified',
    'kubescape:container-hostPort',
    'kyverno:disallow-host-ports/host-ports-none',
    'polaris:hostPortSet',
    'trivy:KSV-0024',
  ],
  controls: ['cis-kubernetes:5.2.13'],
  sources: ['https://kubernetes.io/docs/concepts/configuration/overview/#services'],
  visits: containers,
  judge({ node, name, pod, resource }, graph) {
    // the API fills it in for the network of the node
    if (pod.node.flag('hostNetwork') === true || enforces(graph, resource, 'baseline')) return;
    return node.list('ports').flatMap((port): Fault[] => {
      const at = port.get('hostPort');
      if (!at || at.amount() === 0) return [];
      return [
        {
          message: `Container ${name} opens port ${at.text()} on its node, past Services and network policies: let a Service lead to it.`,
          at,
          key: at.text() ?? '',
          ...(isNodeAgent(pod) && { severity: 'info' }),
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
          ports: [{ containerPort: 8080, hostPort: 8080 }]
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
          ports: [{ containerPort: 8080 }]
`,
  },
});
