import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { type ComputeResource, requestOf } from '../../graph/kubernetes/compute-resources.ts';
import { containersOf, podOf } from '../../graph/kubernetes/pods.ts';
import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/larger-than-production',
  title: 'Environment larger than production',
  dimension: 'cost',
  severity: 'low',
  why: 'An environment for tests that runs more pods than production, or asks for more in each, was sized for one occasion and forgotten. It is paid around the clock for load that it never gets.',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/select-the-correct-resource-type-size-and-number.html',
  ],
  visits: resources('Deployment', 'StatefulSet', 'Rollout.argoproj.io'),
  judge({ resource, node }, graph) {
    if (!isNonProduction(resource)) return;
    const twin = graph.at(resource.address).find(isProduction);
    if (!twin) return;
    for (const resourceName of ['cpu', 'memory'] as const) {
      const own = totalOf(graph, resource, resourceName);
      const theirs = totalOf(graph, twin, resourceName);
      if (theirs === 0 || own <= theirs) continue;
      return {
        message: `${resource.address} may take ${(own / theirs).toPrecision(2)} times the ${resourceName} in ${resource.unit.environment} that it may in ${twin.unit.environment}: bring replicas and requests down.`,
        at: node.get('spec', 'replicas') ?? node,
        key: resourceName,
      };
    }
    return;
  },
  examples: {
    bad: {
      'overlays/staging/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 6
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
            requests: { cpu: 500m, memory: 256Mi }
`,
      'overlays/prod/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 3
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
            requests: { cpu: 500m, memory: 256Mi }
`,
    },
    good: {
      'overlays/staging/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 1
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
            requests: { cpu: 500m, memory: 256Mi }
`,
      'overlays/prod/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 3
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
            requests: { cpu: 500m, memory: 256Mi }
`,
    },
  },
});

/** Cores or bytes that all pods of a workload request at its largest. */
function totalOf(graph: Graph, workload: Resource, resource: ComputeResource): number {
  const pod = podOf(workload);
  if (!pod) return 0;
  const each = containersOf(pod)
    .filter(({ role }) => role === 'main' || role === 'sidecar')
    .reduce((sum, container) => sum + (requestOf(graph, container, resource)?.amount ?? 0), 0);
  return each * (replicasOf(graph, workload)?.most ?? 0);
}
