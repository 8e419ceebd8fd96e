import type { Recorded } from '../alert.ts';
import type { Here } from '../here.ts';

/** What is planned and may be spent, for the dashboard that holds it against what was. */
export function costRecords({ environment }: Here): readonly Recorded[] {
  const planned = environment.costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0);
  const labels = { environment: environment.name };
  return [
    { record: 'cost:planned:usd_month', expr: `vector(${Math.round(planned)})`, labels },
    ...(environment.budgetMonthly === undefined
      ? []
      : [
          {
            record: 'cost:budget:usd_month',
            expr: `vector(${Math.round(environment.budgetMonthly)})`,
            labels,
          },
        ]),
  ];
}
