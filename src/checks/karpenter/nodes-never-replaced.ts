import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'karpenter/nodes-never-replaced',
  title: 'Nodes that are never replaced',
  dimension: 'security',
  severity: 'low',
  why: 'expireAfter: Never keeps a machine with the kernel and kubelet that it started with for as long as it has work. Replacing nodes every month brings patches, and proves that workloads survive it.',
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://karpenter.sh/docs/concepts/disruption/#automated-forceful-methods'],
  visits: resources('NodePool.karpenter.sh'),
  judge({ resource, node }) {
    const at =
      node.get('spec', 'template', 'spec', 'expireAfter') ?? node.get('spec', 'disruption', 'expireAfter');
    if (at?.text() !== 'Never') return;
    return {
      message: `${resource.address} keeps its nodes for ever, with the kernel that they started with: set expireAfter to a month or less (720h).`,
      at,
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
      expireAfter: Never
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements:
        - { key: karpenter.sh/capacity-type, operator: In, values: ['spot', 'on-demand'] }
`,
    good: `apiVersion: karpenter.sh/v1
kind: NodePool
metadata:
  name: general
spec:
  template:
    spec:
      expireAfter: 720h
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements:
        - { key: karpenter.sh/capacity-type, operator: In, values: ['spot', 'on-demand'] }
`,
  },
});
