import type { Alert } from '../alert.ts';
import { sampleObjective, traffic } from '../samples.ts';
import { labelsOf, objectivesOf } from '../slo/objective.ts';

export const errorBudgetSpent: Alert = {
  name: 'ErrorBudgetSpent',
  group: 'objectives',
  severity: 'warning',
  runbook: 'error-budget-spent',
  rules: ({ environment }) =>
    objectivesOf(environment).length === 0
      ? []
      : [
          {
            expr: 'slo:budget_remaining:ratio <= 0',
            for: '15m',
            owner: 'by-owner',
            summary: '{{ $labels.service }} has missed {{ $labels.slo }} over the last 30 days',
            description:
              'Nothing is left of the error budget of {{ $labels.slo }}: changes to {{ $labels.service }} other than repairs wait until it has recovered.',
          },
        ],
  cases(here) {
    const objective = sampleObjective(here);
    if (!objective) return [];
    return [
      {
        about: 'most requests failed for as long as anything is known',
        series: traffic(here, objective, 5, 95, 40),
        at: '30m',
        fires: [{ labels: labelsOf(objective) }],
      },
      { about: 'no request failed', series: traffic(here, objective, 100, 0, 40), at: '30m' },
    ];
  },
};
