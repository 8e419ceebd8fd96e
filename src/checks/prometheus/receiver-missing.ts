import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'prometheus/receiver-missing',
  title: 'Alerts routed to a receiver that is not there',
  dimension: 'observability',
  severity: 'high',
  why: 'The operator refuses a configuration whose route names a receiver that it does not declare, and Alertmanager goes on with the one before: new alerts reach nobody.',
  controls: ['soc2:CC7.2', 'soc2:CC7.3'],
  sources: ['https://prometheus-operator.dev/docs/developer/alerting/'],
  visits: resources('AlertmanagerConfig.monitoring.coreos.com'),
  judge({ resource, node }) {
    const declared = itemsAt(node, 'spec', 'receivers').map((receiver) => textAt(receiver, 'name'));
    return receiversIn(node.peek('spec', 'route'), 0).flatMap((at): Fault[] => {
      const name = String(at.content);
      if (declared.includes(name)) return [];
      return [
        {
          message: `${resource.address} routes alerts to ${name}, which is not among its receivers (${declared.join(', ')}), so the whole of it is refused: declare it, or correct the name.`,
          at,
          key: name,
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: { name: shop, namespace: shop }
spec:
  route: { receiver: on-call }
  receivers:
    - name: oncall
`,
    good: `apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: { name: shop, namespace: shop }
spec:
  route: { receiver: oncall }
  receivers:
    - name: oncall
`,
  },
});

/** Routes within routes are looked through this deep. */
const deepest = 20;

function receiversIn(route: Node | undefined, depth: number): readonly Node[] {
  if (!route || depth > deepest) return [];
  const own = route.peek('receiver');
  return [
    ...(typeof own?.content === 'string' ? [own] : []),
    ...itemsAt(route, 'routes').flatMap((inner) => receiversIn(inner, depth + 1)),
  ];
}
