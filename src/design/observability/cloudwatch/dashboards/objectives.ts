import type { CloudObjective } from '../objectives.ts';
import type { Row, Widget } from './dashboard.ts';

/** Error budgets of 30 days: one that was never touched is at 100 percent. Only for dashboards that look back as far. */
export function objectivesRow(objectives: readonly CloudObjective[]): Row {
  return { title: 'Objectives: error budget left, percent of 30 days', widgets: objectives.map(budget) };
}

function budget({ slo, metric, bad, latency, ratio }: CloudObjective): Widget {
  const allowed = Number((1 - ratio).toFixed(9));
  const common = { title: slo, single: true };
  if (latency)
    return {
      ...common,
      metrics: [{ ...metric, name: latency.metric }],
      stats: [`PR(:${latency.most})`],
      expression: `100 * (1 - (100 - m1) / 100 / ${allowed})`,
    };
  return {
    ...common,
    metrics: [{ ...metric, name: bad! }, metric],
    expression: `100 * (1 - FILL(m1, 0) / m2 / ${allowed})`,
  };
}

/** How fast budgets are spent: one spends them in exactly 30 days. */
export function burnRow(objectives: readonly CloudObjective[]): Row {
  return {
    title: 'Burn rate over an hour: from 14.4 on somebody is woken',
    widgets: objectives.map((one) => {
      const { metrics, stats, expression } = budget(one);
      return {
        title: one.slo,
        metrics: metrics!,
        ...(stats ? { stats } : {}),
        // what is left of the budget, told as how much faster than allowed it goes
        expression: expression!.replace(/^100 \* \(1 - (.*)\)$/, '$1'),
        period: 3600,
        most: 14.4,
      };
    }),
  };
}
