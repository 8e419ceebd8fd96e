import { mayMeet } from '../../graph/kubernetes/names.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'karpenter/only-spot-for-data',
  title: 'Only spot machines where there is data',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Spot machines are taken away with two minutes of warning, and several at once. Whatever keeps data needs a pool of on-demand machines beside them, or a wave of interruptions takes its majority.',
  sources: ['https://karpenter.sh/docs/concepts/scheduling/'],
  visits: resources('NodePool.karpenter.sh'),
  judge({ resource, node }, graph) {
    const at = capacityOf(resource);
    if (!at || !isOnlySpot(at)) return;
    const others = graph.ofType('NodePool.karpenter.sh').filter((pool) => mayMeet(pool, resource));
    if (
      others.some((pool) => {
        const capacity = capacityOf(pool);
        return !capacity || !isOnlySpot(capacity);
      })
    )
      return;
    const [holder] = graph.ofType('StatefulSet').filter((other) => mayMeet(other, resource));
    if (!holder) return;
    return {
      message: `${node.text('metadata', 'name')} and all other pools buy spot machines alone, and ${holder.address} keeps data: add a pool with on-demand, and place it there.`,
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
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements:
        - { key: karpenter.sh/capacity-type, operator: In, values: ['spot'] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: database, namespace: shop }
spec:
  serviceName: database
  replicas: 3
  selector: { matchLabels: { app: database } }
  template:
    metadata: { labels: { app: database } }
    spec:
      containers:
        - { name: database, image: registry.example.com/database:1.4.2 }
`,
    good: `apiVersion: karpenter.sh/v1
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
  },
});

/** The values that a pool allows for the capacity type. */
function capacityOf(pool: Resource): Node | undefined {
  return itemsAt(pool.body, 'spec', 'template', 'spec', 'requirements')
    .find((one) => textAt(one, 'key') === 'karpenter.sh/capacity-type' && textAt(one, 'operator') === 'In')
    ?.peek('values');
}

function isOnlySpot(values: Node): boolean {
  return itemsAt(values).every(({ content }) => content === 'spot');
}
