import { alertRules } from '../../graph/kubernetes/alert-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/alert-without-severity',
  title: 'Alert without a severity',
  dimension: 'observability',
  severity: 'medium',
  why: 'Alertmanager decides by labels who is told and how. An alert without the label severity falls through every route that asks for one, ends at the default receiver, and is often seen by nobody.',
  controls: ['soc2:CC7.3'],
  sources: ['https://prometheus.io/docs/practices/alerting/'],
  visits: alertRules,
  judge({ resource, node, group, name }) {
    const labels = [...node.entries('labels'), ...group.entries('labels')].map(([key]) => key);
    if (labels.some((label) => /^(?:severity|priority|level|urgency)$/i.test(label))) return;
    return {
      message: `Alert ${name} of ${resource.address} has no label severity, so routes cannot tell whether to wake somebody: add one.`,
      at: node.get('labels') ?? node,
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
