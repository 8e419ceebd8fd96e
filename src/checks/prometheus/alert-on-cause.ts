import { alertRules } from '../../graph/kubernetes/alert-rules.ts';
import { textAt } from '../../graph/look.ts';
import { check } from '../check.ts';

/** Series of what a machine is busy with. */
const causes =
  /\b(?:node_cpu_seconds_total|node_load\d+|container_cpu_usage_seconds_total|process_cpu_seconds_total|node_memory_MemAvailable_bytes|container_memory_working_set_bytes|jvm_memory_used_bytes|go_goroutines|container_cpu_cfs_throttled_periods_total)\b/;

export default check({
  id: 'prometheus/alert-on-cause',
  title: 'Somebody woken for a cause and not for a symptom',
  dimension: 'observability',
  severity: 'low',
  why: 'A busy processor or a full memory is no harm in itself, and people are woken for nothing until they stop looking. Page for what users feel: errors, slowness, a queue that grows, an objective that is being spent too fast. Causes belong into tickets and dashboards.',
  sources: [
    'https://sre.google/sre-book/monitoring-distributed-systems/',
    'https://docs.google.com/document/d/199PqyG3UsyXlwieHaqbGiWVa8eMWi8zzAn0YfcApr8Q/edit',
  ],
  visits: alertRules,
  judge({ node, group, name }) {
    const severity = textAt(node, 'labels', 'severity') || textAt(group, 'labels', 'severity');
    if (!/^(?:critical|page|p1|emergency)$/i.test(severity)) return;
    const expression = node.get('expr');
    const cause = causes.exec(expression?.text() ?? '')?.[0];
    if (
      !expression ||
      !cause ||
      /predict_linear|error|latency|duration|5\d\d|unavailable/i.test(expression.text() ?? '')
    )
      return;
    return {
      message: `Alert ${name} wakes somebody (severity ${severity}) for ${cause}, which users may not feel at all: page for the symptom, and make this a warning.`,
      at: expression,
      key: name,
    };
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
        - alert: ShopErrors
          expr: rate(container_cpu_usage_seconds_total[5m]) > 0.9
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
        - alert: ShopErrors
          expr: rate(container_cpu_usage_seconds_total[5m]) > 0.9
          for: 10m
          labels: { severity: warning }
          annotations: { runbook_url: https://runbooks.example.com/shop, summary: Orders fail }
`,
  },
});
