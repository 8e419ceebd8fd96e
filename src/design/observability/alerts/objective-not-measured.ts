import type { Alert } from '../alert.ts';
import type { Here } from '../here.ts';
import { isCounted } from '../samples.ts';
import { labelsOf, objectivesOf } from '../slo/objective.ts';

export const objectiveNotMeasured: Alert = {
  name: 'ObjectiveNotMeasured',
  group: 'objectives',
  severity: 'warning',
  runbook: 'objective-not-measured',
  rules: (here) =>
    countedLabels(here).length === 0
      ? []
      : [
          {
            expr: 'slo:objective:ratio unless on (slo) slo:errors:rate5m',
            for: '2h',
            owner: 'by-owner',
            summary: 'Nobody knows whether {{ $labels.service }} keeps {{ $labels.slo }}',
            description:
              'For two hours there has been nothing to measure {{ $labels.slo }} by: {{ $labels.service }} gives no metrics, other ones than agreed, or its histogram lacks the bucket of the objective.',
          },
        ],
  cases(here) {
    const counted = countedLabels(here);
    if (counted.length === 0) return [];
    const series = counted.map((labels) => [
      `slo:errors:rate5m{${Object.entries(labels)
        .map(([key, value]) => `${key}="${value}"`)
        .join(', ')}}`,
      '0x140',
    ]);
    return [
      {
        about: 'no service gives metrics of its requests',
        series: {},
        at: '130m',
        fires: counted.map((labels) => ({ labels })),
      },
      {
        about: 'every objective is measured',
        series: Object.fromEntries(series),
        at: '130m',
      },
    ];
  },
};

function countedLabels({ environment }: Here) {
  return objectivesOf(environment).filter(isCounted).map(labelsOf);
}
