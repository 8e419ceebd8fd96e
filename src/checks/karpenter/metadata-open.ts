import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'karpenter/metadata-open',
  title: 'Nodes that give their role to every pod',
  dimension: 'security',
  severity: 'high',
  why: 'With version 1 of the metadata service, or with more than one hop, a pod reads the credentials of its node by a plain request, which a single flaw in a program lets a stranger send. Require tokens, and keep them on the node.',
  controls: ['cis-aws:5.6', 'soc2:CC6.1'],
  sources: ['https://karpenter.sh/docs/concepts/nodeclasses/#specmetadataoptions'],
  visits: resources('EC2NodeClass.karpenter.k8s.aws'),
  judge({ resource, node }) {
    const tokens = node.get('spec', 'metadataOptions', 'httpTokens');
    const hops = node.get('spec', 'metadataOptions', 'httpPutResponseHopLimit');
    if (tokens?.text() === 'optional')
      return {
        message: `${resource.address} lets every pod read the credentials of its node without a token: set httpTokens: required.`,
        at: tokens,
        fix: {
          safety: 'unsafe',
          summary: 'require tokens',
          edits: [{ op: 'replace', node: tokens, value: 'required' }],
        },
      };
    if (!hops || (hops.amount() ?? 1) < 2) return;
    return {
      message: `${resource.address} lets the answer of the metadata service travel ${hops.text()} hops, as far as into pods: set httpPutResponseHopLimit: 1.`,
      at: hops,
      severity: 'medium',
    };
  },
  examples: {
    bad: `apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata:
  name: default
spec:
  role: nodes
  amiSelectorTerms:
    - alias: al2023@v20250403
  metadataOptions: { httpTokens: optional }
`,
    good: `apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata:
  name: default
spec:
  role: nodes
  amiSelectorTerms:
    - alias: al2023@v20250403
  metadataOptions: { httpTokens: required, httpPutResponseHopLimit: 1 }
`,
  },
});
