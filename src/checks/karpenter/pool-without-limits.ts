import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'karpenter/pool-without-limits',
  title: 'Node pool that may grow without end',
  dimension: 'cost',
  severity: 'medium',
  why: 'Karpenter buys machines for every pod that finds no place: a loop that makes pods, or one replica count with a digit too many, is a bill. limits on cpu and memory stop it at what somebody has agreed to pay.',
  sources: ['https://karpenter.sh/docs/concepts/nodepools/#speclimits'],
  visits: resources('NodePool.karpenter.sh'),
  judge({ resource, node }) {
    if (node.has('spec', 'limits')) return;
    return {
      message: `${resource.address} may buy as many machines as pods ask for: set limits for cpu and memory.`,
      at: node.get('spec') ?? node,
    };
  },
  examples: {
    bad: `apiVersion: karpenter.sh/v1
kind: NodePool
metadata:
  name: general
spec:
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
  limits: { cpu: 200, memory: 800Gi }
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements:
        - { key: karpenter.sh/capacity-type, operator: In, values: ['spot', 'on-demand'] }
`,
  },
});
