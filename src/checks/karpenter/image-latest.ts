import { itemsAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'karpenter/image-latest',
  title: 'Nodes that change with each new image',
  dimension: 'reliability',
  severity: 'medium',
  why: 'An alias @latest replaces all nodes as soon as a new image is published, in production and in tests at once, before anybody has tried it. Pin the version, and let a commit raise it.',
  controls: ['soc2:CC8.1'],
  sources: ['https://karpenter.sh/docs/tasks/managing-amis/'],
  visits: resources('EC2NodeClass.karpenter.k8s.aws'),
  judge({ resource, node }) {
    const at = itemsAt(node, 'spec', 'amiSelectorTerms')
      .map((term) => term.peek('alias'))
      .find((alias) => /@latest$/.test(String(alias?.content)));
    if (!at) return;
    return {
      message: `${resource.address} follows ${String(at.content)}, so a new image replaces every node at once and untried: name the version.`,
      at,
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
    - alias: al2023@latest
`,
    good: `apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata:
  name: default
spec:
  role: nodes
  amiSelectorTerms:
    - alias: al2023@v20250403
`,
  },
});
