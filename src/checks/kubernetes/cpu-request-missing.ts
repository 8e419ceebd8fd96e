import { requestOf } from '../../graph/kubernetes/compute-resources.ts';
import { type Container, containers } from '../../graph/kubernetes/pods.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/cpu-request-missing',
  title: 'Container without a CPU request',
  dimension: 'reliability',
  severity: 'medium',
  why: 'The scheduler places a pod by what it requests, and the kernel shares a busy CPU in the same proportion. A container that requests nothing is put onto a node that may be full already, and gets next to nothing as soon as the others work.',
  sameAs: [
    'checkov:CKV_K8S_10',
    'kics:k8s/cpu_requests_not_set',
    'kube-linter:unset-cpu-requirements',
    // one id for requests and limits of both
    'kube-score:container-resources',
    'kubescape:resources-cpu-requests',
    'polaris:cpuRequestsMissing',
    'trivy:KSV-0015',
  ],
  controls: ['soc2:A1.1'],
  sources: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  visits: containers,
  judge(container, graph) {
    if (container.role === 'ephemeral') return;
    const request = requestOf(graph, container, 'cpu');
    if (request) return judgeImplied(container, request.at);
    return {
      message: `Container ${container.name} requests no CPU, so the scheduler counts it as free and a busy node gives it next to no CPU: set resources.requests.cpu to what it normally uses.`,
      // an init container has the pod's share to itself while it runs
      ...(container.role === 'init' && { severity: 'low' }),
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
          resources:
            requests: { memory: 128Mi }
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
          resources:
            requests: { cpu: 100m, memory: 128Mi }
`,
  },
});

/** Where only a limit is written, it is the request too, and whoever raises one raises both. */
function judgeImplied({ node, name }: Container, at: Node): Fault | undefined {
  const limit = node.get('resources', 'limits', 'cpu');
  const amount = limit?.text();
  if (limit !== at || amount === undefined || node.has('resources', 'requests', 'cpu')) return;
  return {
    message: `Container ${name} writes no CPU request, so Kubernetes takes its limit (${amount}) for one: write the request down, so that who raises the limit sees what a node has to keep free.`,
    at: limit,
    severity: 'info',
    fix: {
      safety: 'safe',
      summary: `write down the request of ${amount} that holds already`,
      edits: [{ op: 'set', in: node, path: ['resources', 'requests', 'cpu'], value: amount }],
    },
  };
}
