import { alertRules } from '../../graph/kubernetes/alert-rules.ts';
import { check } from '../check.ts';

/** A range of time, a point in time far away, or what is there or not. */
const builtIn = /\[[^\]]+\]|\btime\(\)|absent\(|vector\(|ttl|expir|timestamp/i;

export default check({
  id: 'kubernetes/alert-without-delay',
  title: 'Alert that fires on one sample',
  dimension: 'observability',
  severity: 'info',
  why: 'Without `for`, an alert fires as soon as one evaluation finds its condition true: one lost scrape or one slow request wakes somebody. An expression over a range of time, such as rate or avg_over_time, has its delay built in, and what never comes back by itself needs none.',
  sources: ['https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/'],
  visits: alertRules,
  judge({ resource, node, name }) {
    const expression = node.text('expr') ?? '';
    if (node.has('for') || builtIn.test(expression)) return;
    return {
      message: `Alert ${name} of ${resource.address} fires on a single sample: add \`for\` with as long as the condition may last without harm.`,
      at: node.get('expr') ?? node,
      key: name,
    };
  },
  examples: {
    bad: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: api
spec:
  groups:
    - name: api
      rules:
        - alert: ApiDown
          expr: up{job="api"} == 0
          labels: { severity: critical }
          annotations:
            summary: The api does not answer
            runbook_url: https://runbooks.example.com/api-down
`,
    good: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: api
spec:
  groups:
    - name: api
      rules:
        - alert: ApiDown
          expr: up{job="api"} == 0
          for: 10m
          labels: { severity: critical }
          annotations:
            summary: The api does not answer
            runbook_url: https://runbooks.example.com/api-down
`,
  },
});
