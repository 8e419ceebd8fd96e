import type { Alert } from '../alert.ts';
import { isCounted, othersReady, requestsTo, sampleObjective, traffic } from '../samples.ts';
import { labelsOf, objectivesOf } from '../slo/objective.ts';
import { burns, fast, fewestErrors } from '../slo/windows.ts';

export const errorBudgetBurnsFast: Alert = {
  name: 'ErrorBudgetBurnsFast',
  group: 'objectives',
  severity: 'critical',
  runbook: 'error-budget-burns-fast',
  rules: ({ environment }) =>
    objectivesOf(environment).length === 0
      ? []
      : fast.map((watch) => ({
          expr: burns(watch, fewestErrors.fast),
          for: watch.for,
          labels: { window: watch.long },
          owner: 'by-owner',
          summary: 'Users of {{ $labels.service }} meet failures ({{ $labels.slo }})',
          description: `{{ $labels.service }} spends the error budget of {{ $labels.slo }} at least ${watch.burn} times faster than it may, over ${watch.long} and still over ${watch.short}.`,
        })),
  cases(here) {
    const objective = sampleObjective(here);
    if (!objective) return [];
    const labels = labelsOf(objective);
    return [
      {
        about: 'nearly everything fails',
        series: traffic(here, objective, 5, 95, 30),
        at: '20m',
        fires: fast.map(({ long }, rule) => ({ rule, labels: { ...labels, window: long } })),
      },
      {
        about: 'everything failed for a while, and is well again',
        series: traffic(here, objective, 5, 95, 10, 50),
        at: '50m',
      },
      ...(isCounted(objective)
        ? [
            {
              about: 'one of very few requests fails',
              series: {
                ...Object.fromEntries(
                  Object.keys(requestsTo(here, objective, 0, 1, 1)).map((series) => [
                    series,
                    /="(?:200|OK)"/.test(series) ? '0x30' : '0x21 1x9',
                  ]),
                ),
                ...othersReady(here, objective, 30),
              },
              at: '26m',
            },
          ]
        : []),
    ];
  },
};
