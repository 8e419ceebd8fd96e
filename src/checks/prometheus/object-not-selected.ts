import { selectedTypes, unselected } from '../../graph/kubernetes/prometheus-instances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'prometheus/object-not-selected',
  title: 'Rule or monitor that no Prometheus takes',
  dimension: 'observability',
  severity: 'high',
  why: 'A Prometheus of the operator takes the rules and monitors that its selectors match, by label and by namespace. One that is missed is accepted and silent: no alert ever fires, no target appears, and the dashboard looks calm.',
  sources: [
    'https://prometheus-operator.dev/docs/developer/getting-started/',
    'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusSpec',
  ],
  visits: resources(...selectedTypes),
  judge({ resource, node }, graph) {
    const missed = unselected(graph, resource);
    if (!missed) return;
    const why = {
      labels: 'selects other labels than it has',
      namespace: 'looks into other namespaces',
      nothing: `selects nothing of kind ${resource.type.split('.')[0]}`,
    }[missed.because];
    return {
      message: `${missed.prometheus.address} ${why}, so ${resource.address} counts nowhere: bring its ${missed.because === 'labels' ? 'labels' : 'place'} and the selectors of Prometheus together.`,
      at: node.get('metadata', 'labels') ?? node.get('metadata') ?? node,
    };
  },
  examples: {
    bad: `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: main
  namespace: monitoring
spec:
  replicas: 2
  ruleSelector: { matchLabels: { release: kube-prometheus } }
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shop
  namespace: monitoring
  labels: { team: shop }
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
    good: `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: main
  namespace: monitoring
spec:
  replicas: 2
  ruleSelector: { matchLabels: { release: kube-prometheus } }
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shop
  namespace: monitoring
  labels: { release: kube-prometheus }
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
