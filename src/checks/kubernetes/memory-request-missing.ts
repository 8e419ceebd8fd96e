import { requestOf } from '../../graph/kubernetes/compute-resources.ts';
import { type Container, containers } from '../../graph/kubernetes/pods.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/memory-request-missing',
  title: 'Container without a memory request',
  dimension: 'reliability',
  severity: 'medium',
  why: 'The scheduler places a pod by what it requests. A container that requests no memory is put onto a node that may be full already, and when the node runs out it is among the first to be evicted or killed, since it uses more than it asked for.',
  sameAs: [
    'checkov:CKV_K8S_12',
    'kics:k8s/memory_requests_not_defined',
    // one id for requests and limits of both
    'kube-score:container-resources',
    'kubescape:resources-memory-requests',
    'polaris:memoryRequestsMissing',
    'trivy:KSV-0016',
  ],
  controls: ['soc2:A1.1'],
  sources: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  visits: containers,
  judge(container, graph) {
    if (container.role === 'ephemeral') return;
    const request = requestOf(graph, container, 'memory');
    if (request) return judgeImplied(container, request.at);
    return {
      message: `Container ${container.name} requests no memory, so the scheduler counts it as free, and a node short of memory evicts it first: set resources.requests.memory to what it normally uses.`,
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
            requests: { cpu: 100m }
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
  const limit = node.get('resources', 'limits', 'memory');
  const amount = limit?.text();
  if (limit !== at || amount === undefined || node.has('resources', 'requests', 'memory')) return;
  return {
    message: `Container ${name} writes no memory request, so Kubernetes takes its limit (${amount}) for one: write the request down, so that who raises the limit sees what a node has to keep free.`,
    at: limit,
    severity: 'info',
    fix: {
      safety: 'safe',
      summary: `write down the request of ${amount} that holds already`,
      edits: [{ op: 'set', in: node, path: ['resources', 'requests', 'memory'], value: amount }],
    },
  };
}
