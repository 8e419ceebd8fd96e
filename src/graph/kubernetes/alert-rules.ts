import type { Node } from '../../model/node.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';

/** One alerting rule of a PrometheusRule. */
export interface AlertRule extends Subject {
  /** the group that it stands in, which may have labels for all of its rules */
  readonly group: Node;
  readonly name: string;
}

export const alertRules: Selector<AlertRule> = {
  of: 'alerting rules',
  find: (graph: Graph) =>
    graph.ofType('PrometheusRule.monitoring.coreos.com').flatMap((resource) =>
      itemsAt(resource.body, 'spec', 'groups').flatMap((group) =>
        itemsAt(group, 'rules').flatMap((node) => {
          const name = textAt(node, 'alert');
          return name ? [{ resource, node, group, name }] : [];
        }),
      ),
    ),
};
