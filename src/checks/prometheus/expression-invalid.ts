import type { Graph } from '../../graph/graph.ts';
import { ruleExpressions } from '../../graph/kubernetes/rule-expressions.ts';
import { promqlFault } from '../../syntax/promql/fault.ts';
import { check } from '../check.ts';

export default check({
  id: 'prometheus/expression-invalid',
  title: 'Rule that Prometheus cannot read',
  dimension: 'observability',
  severity: 'high',
  why: 'An expression that does not parse is refused together with its whole file: the admission webhook turns the object away, or, without one, Prometheus goes on with the rules from before, and none of the new ones counts.',
  sources: [
    'https://prometheus.io/docs/prometheus/latest/querying/basics/',
    'https://prometheus.io/docs/prometheus/latest/querying/functions/',
  ],
  visits: ruleExpressions,
  judge({ node, text, name }, graph) {
    // a template is filled in by somebody else, and VictoriaMetrics takes more than Prometheus
    if (text.includes('{{') || text.includes('${') || isOfVictoria(graph)) return;
    const fault = promqlFault(text);
    if (!fault) return;
    return {
      message: `Prometheus cannot read the expression of ${name}, since ${fault.message}: every rule of the group is refused with it. Correct it.`,
      at: node,
      key: name,
    };
  },
  examples: {
    bad: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shop
  namespace: monitoring
spec:
  groups:
    - name: shop
      rules:
        - alert: ShopErrors
          expr: rate(errors_total) > 1
          for: 10m
          labels: { severity: critical }
          annotations: { runbook_url: https://runbooks.example.com/shop, summary: Orders fail }
`,
    good: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shop
  namespace: monitoring
spec:
  groups:
    - name: shop
      rules:
        - alert: ShopErrors
          expr: rate(errors_total[5m]) > 1
          for: 10m
          labels: { severity: critical }
          annotations: { runbook_url: https://runbooks.example.com/shop, summary: Orders fail }
`,
  },
});

function isOfVictoria(graph: Graph): boolean {
  return graph.derive(isOfVictoria, () =>
    [...graph.types].some((type) => type.endsWith('.victoriametrics.com')),
  );
}
