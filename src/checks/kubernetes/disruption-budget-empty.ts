import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/disruption-budget-empty',
  title: 'Disruption budget that names no number',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A budget with neither minAvailable nor maxUnavailable expects no pod at all, and the controller then allows no disruption: every drain of a node waits for it, and every upgrade with it.',
  sameAs: ['kube-score:PodDisruptionBudget has policy'],
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  visits: resources('PodDisruptionBudget'),
  judge({ resource, node }) {
    if (node.has('spec', 'minAvailable') || node.has('spec', 'maxUnavailable')) return;
    return {
      message: `${resource.address} says neither minAvailable nor maxUnavailable, so no pod may be evicted and no node drained: set maxUnavailable: 1.`,
      at: node.get('spec') ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'let one pod be evicted at a time',
        edits: [{ op: 'set', in: node, path: ['spec', 'maxUnavailable'], value: 1 }],
      },
    };
  },
  examples: {
    bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
`,
    good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: api
spec:
  maxUnavailable: 1
  selector:
    matchLabels: { app: api }
`,
  },
});
