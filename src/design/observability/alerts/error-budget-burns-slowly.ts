import type { Alert } from '../alert.ts';
import { isCounted, sampleObjective, traffic } from '../samples.ts';
import { labelsOf, objectivesOf } from '../slo/objective.ts';
import { burns, fewestErrors, slow } from '../slo/windows.ts';

export const errorBudgetBurnsSlowly: Alert = {
  name: 'ErrorBudgetBurnsSlowly',
  group: 'objectives',
  severity: 'warning',
  runbook: 'error-budget-burns-slowly',
  rules: ({ environment }) =>
    objectivesOf(environment).length === 0
      ? []
      : slow.map((watch) => ({
          expr: burns(watch, fewestErrors.slow),
          for: watch.for,
          labels: { window: watch.long },
          owner: 'by-owner',
          summary: '{{ $labels.service }} will not keep {{ $labels.slo }} if this goes on',
          description: `{{ $labels.service }} spends the error budget of {{ $labels.slo }} ${watch.burn === 1 ? 'as fast as it may or faster' : `at least ${watch.burn} times faster than it may`}, over ${watch.long} and still over ${watch.short}.`,
        })),
  cases(here) {
    const objective = sampleObjective(here);
    if (!objective) return [];
    const labels = labelsOf(objective);
    const fires = slow.map(({ long }, rule) => ({ rule, labels: { ...labels, window: long } }));
    const budget = 1 - objective.ratio;
    const share = isCounted(objective) ? Math.min(0.9, 4 * budget) : 1;
    const bad = Math.round(share * 100_000);
    return [
      {
        about: 'four times as many fail as may',
        series: traffic(here, objective, 100_000 - bad, bad, 60),
        at: '50m',
        fires,
      },
      {
        about: 'half as many fail as may',
        series: traffic(
          here,
          objective,
          100_000,
          isCounted(objective) ? Math.floor((budget / 2) * 100_000) : 0,
          60,
        ),
        at: '50m',
      },
    ];
  },
};
