import { alertRules } from '../../graph/kubernetes/alert-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/alert-without-runbook',
  title: 'Alert without a runbook',
  dimension: 'observability',
  severity: 'low',
  why: 'Whoever an alert wakes up has to find out what it means and what to do first. A link to a page that says so, in the annotation runbook_url, saves the first half hour; an alert for which nobody can write it need not wake anybody.',
  controls: ['soc2:CC7.3'],
  sources: ['https://sre.google/sre-book/practical-alerting/'],
  visits: alertRules,
  judge({ resource, node, name }) {
    const annotations = node.entries('annotations').map(([key]) => key.toLowerCase());
    if (annotations.some((key) => key.includes('runbook') || key.includes('playbook'))) return;
    // it only proves that alerting works
    if (/^(?:watchdog|dead_?man)/i.test(name)) return;
    return {
      message: `Alert ${name} of ${resource.address} does not say what to do about it: add the annotation runbook_url.`,
      at: node.get('annotations') ?? node,
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
          for: 10m
          labels: { severity: critical }
          annotations:
            summary: The api does not answer
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
