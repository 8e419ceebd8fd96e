import { recordedNames, ruleExpressions } from '../../graph/kubernetes/rule-expressions.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'prometheus/recording-rule-missing',
  title: 'Alert on a recorded series that nothing records',
  dimension: 'observability',
  severity: 'high',
  why: 'A name with a colon is the result of a recording rule. Where no rule records it the expression finds no series, which for Prometheus is no error: the alert or the objective is simply silent for ever.',
  sources: ['https://prometheus.io/docs/practices/rules/'],
  visits: ruleExpressions,
  judge({ node, recorded, name }, graph) {
    const all = recordedNames(graph);
    return recorded.flatMap((series): Fault[] => {
      // names of another family may come from a chart or another repository
      if (all.names.has(series) || !all.families.has(series.slice(0, series.indexOf(':')))) return [];
      return [
        {
          message: `${name} asks for ${series}, which no rule of the repository records, although others of ${series.slice(0, series.indexOf(':'))}: are recorded: it never has a value. Correct the name, or record it.`,
          at: node,
          key: `${name} ${series}`,
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shop
  namespace: monitoring
  labels: { release: kube-prometheus }
spec:
  groups:
    - name: shop
      rules:
        - record: shop:errors:rate5m
          expr: sum(rate(errors_total[5m]))
        - alert: ShopErrors
          expr: shop:error:rate5m > 1
          for: 10m
          labels: { severity: critical }
          annotations: { runbook_url: https://runbooks.example.com/shop, summary: Orders fail }
`,
    good: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shop
  namespace: monitoring
  labels: { release: kube-prometheus }
spec:
  groups:
    - name: shop
      rules:
        - record: shop:errors:rate5m
          expr: sum(rate(errors_total[5m]))
        - alert: ShopErrors
          expr: shop:errors:rate5m > 1
          for: 10m
          labels: { severity: critical }
          annotations: { runbook_url: https://runbooks.example.com/shop, summary: Orders fail }
`,
  },
});
