import type { Graph } from '../../graph/graph.ts';
import { limitOf, requestOf } from '../../graph/kubernetes/compute-resources.ts';
import { containers, containersOf } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/cpu-limit-missing',
  title: 'Container without a CPU limit',
  dimension: 'reliability',
  severity: 'info',
  why: 'Whether CPU should be limited is disputed: a limit makes the cost of a container predictable and also slows it down while the node has CPU to spare. It matters where nothing else bounds it, so this is reported for a container that has no CPU request either, or whose neighbours in the same pod or release are limited.',
  sameAs: [
    'checkov:CKV_K8S_11',
    'kics:k8s/cpu_limits_not_set',
    // one id for requests and limits of both
    'kube-score:container-resources',
    'kubeaudit:limits/LimitsCPUNotSet',
    'kubescape:resources-cpu-limits',
    'kyverno:require-cpu-limits/check-cpu-limits',
    'polaris:cpuLimitsMissing',
    'trivy:KSV-0011',
  ],
  sources: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  visits: containers,
  judge(container, graph) {
    const { role, name, resource } = container;
    if (role === 'ephemeral' || role === 'init' || limitOf(graph, container, 'cpu')) return;
    if (!requestOf(graph, container, 'cpu'))
      return {
        message: `Container ${name} has neither a request nor a limit for CPU, so nothing says how much of a node it may take: set a request at least.`,
      };
    const isAlone = !containersOf(container.pod).some(({ node }) => node.has('resources', 'limits', 'cpu'));
    if (isAlone && !unitsWithLimits(graph).has(resource.unit.id)) return;
    return {
      message: `Container ${name} has no CPU limit, although other containers of the same ${isAlone ? 'release' : 'pod'} have one: limit it too, or take out the others where requests suffice.`,
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
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 128Mi }
`,
  },
});

/** Units in which most main containers limit their CPU, so that limits are the custom there. */
function unitsWithLimits(graph: Graph): ReadonlySet<string> {
  return graph.derive(customKey, () => {
    const balance = new Map<string, number>();
    for (const { node, role, resource } of graph.select(containers)) {
      if (role !== 'main') continue;
      const step = node.peek('resources', 'limits', 'cpu') ? 1 : -1;
      balance.set(resource.unit.id, (balance.get(resource.unit.id) ?? 0) + step);
    }
    return new Set([...balance].filter(([, sum]) => sum > 0).map(([unit]) => unit));
  });
}

const customKey = Symbol('units with CPU limits');
