import { tokensOf } from '../../syntax/promql/tokens.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';

/** The expression of an alerting or recording rule. The node is the expression. */
export interface RuleExpression extends Subject {
  /** of the alert or the series that is recorded */
  readonly name: string;
  readonly text: string;
  /** series that recording rules make, which the expression asks for */
  readonly recorded: readonly string[];
}

export const ruleExpressions: Selector<RuleExpression> = {
  of: 'expressions of Prometheus rules',
  find: (graph: Graph) =>
    graph.ofType('PrometheusRule.monitoring.coreos.com').flatMap((resource) =>
      itemsAt(resource.body, 'spec', 'groups').flatMap((group) =>
        itemsAt(group, 'rules').flatMap((rule) => {
          const node = rule.peek('expr');
          if (!node || (typeof node.content !== 'string' && typeof node.content !== 'number')) return [];
          const text = String(node.content);
          const name = textAt(rule, 'alert') || textAt(rule, 'record');
          return [{ resource, node, name, text, recorded: recordedIn(text) }];
        }),
      ),
    ),
};

/** Names with a colon in them, but for those of steps of subqueries. Source: Prometheus documentation, Recording rules. */
function recordedIn(expression: string): readonly string[] {
  const tokens = tokensOf(expression);
  if (typeof tokens === 'number') return [];
  const names = tokens.filter(({ kind, text }) => kind === 'name' && text.indexOf(':') > 0);
  return [...new Set(names.map(({ text }) => text))];
}

/** All series that rules of the repository record, and the words in front of their first colon. */
export function recordedNames(graph: Graph): {
  readonly names: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
} {
  return graph.derive(recordedNames, () => {
    const names = new Set<string>();
    for (const { body } of graph.ofType('PrometheusRule.monitoring.coreos.com'))
      for (const group of itemsAt(body, 'spec', 'groups'))
        for (const rule of itemsAt(group, 'rules')) {
          const name = textAt(rule, 'record');
          if (name) names.add(name);
        }
    const families = new Set(
      [...names].filter((name) => name.includes(':')).map((name) => name.slice(0, name.indexOf(':'))),
    );
    return { names, families };
  });
}
