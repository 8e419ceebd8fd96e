import type { Environment } from '../../environment.ts';
import type { Recorded } from '../alert.ts';
import { labelsOf, objectivesOf } from './objective.ts';
import { ratioOver, windows } from './windows.ts';

/** What is promised and what happens, once for each objective. */
export function measured(environment: Environment): readonly Recorded[] {
  return objectivesOf(environment).flatMap((objective) => {
    const labels = labelsOf(objective);
    return [
      { record: 'slo:objective:ratio', expr: `vector(${objective.ratio})`, labels },
      { record: 'slo:requests:rate5m', expr: objective.requests, labels },
      { record: 'slo:errors:rate5m', expr: objective.errors, labels },
    ];
  });
}

/** Shares of bad requests, for all objectives at once: sums weigh each moment by its traffic. */
export function shares(which: 'short' | 'long'): readonly Recorded[] {
  const long: readonly string[] = ['1d', '3d', '30d'];
  return windows
    .filter((window) => long.includes(window) === (which === 'long'))
    .map((window) => ({
      record: ratioOver(window),
      expr:
        window === '5m'
          ? 'slo:errors:rate5m / slo:requests:rate5m'
          : `sum_over_time(slo:errors:rate5m[${window}]) / sum_over_time(slo:requests:rate5m[${window}])`,
    }));
}

/** One is untouched, zero is spent, less is broken. */
export const remaining: Recorded = {
  record: 'slo:budget_remaining:ratio',
  expr: '1 - slo:errors:ratio_rate30d / (1 - slo:objective:ratio)',
};
