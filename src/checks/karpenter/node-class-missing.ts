import { resolveName } from '../../graph/kubernetes/names.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'karpenter/node-class-missing',
  title: 'Node pool of a class that does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'A NodePool whose class is missing is not ready: no machine is started, and pods stay pending although every file looks right alone.',
  sources: ['https://karpenter.sh/docs/concepts/nodepools/'],
  visits: resources('NodePool.karpenter.sh'),
  judge({ resource, node }, graph) {
    const reference = node.peek('spec', 'template', 'spec', 'nodeClassRef');
    const name = textAt(reference, 'name');
    const at = reference?.peek('name');
    const type = `${textAt(reference, 'kind')}.${textAt(reference, 'group')}`;
    if (!at || name === '' || name.includes('${') || !holdsAny(graph, resource, [type])) return;
    if (resolveName(graph, resource, type, name, { anyNamespace: true }).length > 0) return;
    return {
      message: `${resource.address} starts machines of ${textAt(reference, 'kind')} ${name}, which nothing in the repository declares: correct the name.`,
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
    - alias: al2023@v20250403
---
apiVersion: karpenter.sh/v1
kind: NodePool
metadata:
  name: general
spec:
  limits: { cpu: 200 }
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: defalt }
      requirements:
        - { key: karpenter.sh/capacity-type, operator: In, values: ['spot', 'on-demand'] }
`,
    good: `apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata:
  name: default
spec:
  role: nodes
  amiSelectorTerms:
    - alias: al2023@v20250403
---
apiVersion: karpenter.sh/v1
kind: NodePool
metadata:
  name: general
spec:
  limits: { cpu: 200 }
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements:
        - { key: karpenter.sh/capacity-type, operator: In, values: ['spot', 'on-demand'] }
`,
  },
});
