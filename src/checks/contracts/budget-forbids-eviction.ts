import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/budget-forbids-eviction',
  title: 'Disruption budget that allows no eviction',
  dimension: 'reliability',
  severity: 'high',
  why: 'A node drain asks the budget before it evicts a pod. One that never allows an eviction stops every cluster upgrade and every scale-down at that node until a person overrides it, often in the middle of an incident.',
  sameAs: [
    'gatekeeper:poddisruptionbudget/pod-disruption-budget',
    'kube-linter:pdb-max-unavailable',
    'kube-linter:pdb-min-available',
    'kyverno:pdb-maxunavailable/pdb-maxunavailable',
    'polaris:pdbDisruptionsIsZero',
    'polaris:pdbMinAvailableGreaterThanHPAMinReplicas',
  ],
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  visits: resources('PodDisruptionBudget'),
  judge({ resource, node }, graph) {
    const most = node.get('spec', 'maxUnavailable');
    if (most && /^(?:0%?|-\d+%?)$/.test(most.text() ?? ''))
      return {
        message: `${resource.address} sets maxUnavailable to ${most.text()}, so no pod may ever be evicted and no node drained: allow at least 1.`,
        at: most,
      };
    const least = node.get('spec', 'minAvailable');
    const wanted = least?.text();
    if (!least || wanted === undefined) return;
    if (/^[1-9]\d\d+%$/.test(wanted))
      return {
        message: `${resource.address} sets minAvailable to ${wanted}, so no pod may ever be evicted and no node drained: use maxUnavailable: 1.`,
        at: least,
      };
    const count = least.amount();
    if (count === undefined) return;
    for (const { to } of graph.from(resource, 'guards')) {
      const replicas = replicasOf(graph, to)?.fewest;
      // where there may be none, the budget does not say so
      if (!replicas || replicas > count) continue;
      // replicas that are not written are set by somebody else
      if (graph.to(to, 'scales').length === 0 && !to.body.has('spec', 'replicas')) continue;
      return {
        message: `${resource.address} keeps ${count} pods of ${to.address}, which may run as few as ${replicas}: none can be evicted, so the drain of its node never ends. Use maxUnavailable: 1, or run at least ${count + 1}.`,
        at: least,
      };
    }
    return;
  },
  examples: {
    bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: api
spec:
  minAvailable: 2
  selector:
    matchLabels: { app: api }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 2
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`,
    good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: api
spec:
  minAvailable: 2
  selector:
    matchLabels: { app: api }
---
apiVersion: apps/v1
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
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`,
  },
});
