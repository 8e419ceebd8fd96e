import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'karpenter/nodes-never-consolidated',
  title: 'Half empty nodes that are kept',
  dimension: 'cost',
  severity: 'low',
  why: 'Without consolidation Karpenter takes a node away only once it is empty. What was bought for a peak stays, with a pod or two on each, until somebody drains it by hand.',
  sources: ['https://karpenter.sh/docs/concepts/disruption/#consolidation'],
  visits: resources('NodePool.karpenter.sh'),
  judge({ resource, node }) {
    const after = node.get('spec', 'disruption', 'consolidateAfter');
    const policy = node.get('spec', 'disruption', 'consolidationPolicy');
    const at = after?.text() === 'Never' ? after : policy?.text() === 'WhenEmpty' ? policy : undefined;
    if (!at) return;
    return {
      message: `${resource.address} keeps nodes that are hardly used: set consolidationPolicy: WhenEmptyOrUnderutilized, and budgets where disruptions must be rare.`,
      at,
      ...(at === policy && { severity: 'info' }),
    };
  },
  examples: {
    bad: `apiVersion: karpenter.sh/v1
kind: NodePool
metadata:
  name: general
spec:
  disruption: { consolidateAfter: Never }
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements:
        - { key: karpenter.sh/capacity-type, operator: In, values: ['spot', 'on-demand'] }
`,
    good: `apiVersion: karpenter.sh/v1
kind: NodePool
metadata:
  name: general
spec:
  disruption: { consolidationPolicy: WhenEmptyOrUnderutilized, consolidateAfter: 5m }
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements:
        - { key: karpenter.sh/capacity-type, operator: In, values: ['spot', 'on-demand'] }
`,
  },
});
