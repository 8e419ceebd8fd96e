import { limitOf } from '../../graph/kubernetes/compute-resources.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/memory-limit-missing',
  title: 'Container without a memory limit',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Memory cannot be taken back: a container that leaks takes what the node has, and the kernel then kills whichever process scores worst, often a neighbour. A limit keeps the damage inside the container that caused it.',
  sameAs: [
    'checkov:CKV_K8S_13',
    'kics:k8s/memory_limits_not_defined',
    'kube-linter:unset-memory-requirements',
    // one id for requests and limits of both
    'kube-score:container-resources',
    'kubeaudit:limits/LimitsMemoryNotSet',
    'kubescape:resources-memory-limits',
    'polaris:memoryLimitsMissing',
    'trivy:KSV-0018',
  ],
  controls: ['soc2:A1.1'],
  sources: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  visits: containers,
  judge(container, graph) {
    if (container.role === 'ephemeral' || limitOf(graph, container, 'memory')) return;
    return {
      message: `Container ${container.name} has no memory limit, so a leak in it takes the memory of its neighbours: set resources.limits.memory to what it needs at its peak.`,
      // it is gone before the pod serves
      ...(container.role === 'init' && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      resources:
        requests: { cpu: 100m, memory: 128Mi }
`,
    good: `apiVersion: v1
kind: Pod
metadata:
  name: api
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
