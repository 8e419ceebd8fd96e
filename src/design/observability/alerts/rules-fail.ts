import type { Alert } from '../alert.ts';

const at = '{pod="prometheus-0", rule_group="services"}';

export const rulesFail: Alert = {
  name: 'RulesFail',
  group: 'watching',
  severity: 'warning',
  runbook: 'rules-fail',
  rules: () => [
    {
      expr: 'sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[15m])) > 0',
      for: '15m',
      owner: 'system',
      summary: 'Rules of {{ $labels.rule_group }} cannot be evaluated',
      description:
        'Prometheus fails to evaluate rules of {{ $labels.rule_group }}: what they would tell, nobody is told.',
    },
  ],
  cases: () => [
    {
      about: 'a rule fails each minute',
      series: { [`prometheus_rule_evaluation_failures_total${at}`]: '0+1x40' },
      at: '30m',
      fires: [{ labels: { rule_group: 'services' } }],
    },
    {
      about: 'a rule failed once, at the start',
      series: { [`prometheus_rule_evaluation_failures_total${at}`]: '0 1x40' },
      at: '30m',
    },
  ],
};
