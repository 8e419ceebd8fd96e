import type { Architecture } from '../../architecture.ts';
import { objectivesRow } from './objectives.ts';
import { type Dashboard, dashboard } from './panel.ts';

/** Are promises kept, how much can still go wrong, and what does it cost. */
export function executiveDashboard({ name, budget }: Architecture): Dashboard {
  const spent = 'sum(aws_billing_estimated_charges_maximum)';
  return dashboard(
    'executive',
    `${name}: promises and cost`,
    ['executive'],
    [
      {
        title: 'At a glance',
        panels: [
          {
            title: 'Objectives kept',
            type: 'stat',
            queries: { kept: 'count(slo:budget_remaining:ratio > 0) / count(slo:objective:ratio)' },
            unit: 'percentunit',
            thresholds: { warn: 1, bad: 0.8, falling: true },
            max: 1,
          },
          {
            title: 'Least error budget left',
            type: 'stat',
            queries: { '{{service}}': 'bottomk(1, slo:budget_remaining:ratio)' },
            unit: 'percentunit',
            thresholds: { warn: 0.5, bad: 0.1, falling: true },
            max: 1,
          },
          {
            title: 'People are woken for',
            type: 'stat',
            queries: { alerts: 'count(ALERTS{alertstate="firing", severity="critical"}) or vector(0)' },
            unit: 'none',
            thresholds: { warn: 1, bad: 1 },
          },
        ],
      },
      objectivesRow(''),
      {
        title: 'Cost, US dollars a month',
        panels: [
          {
            title: 'Spent so far this month, in the account',
            type: 'stat',
            queries: { spent },
            unit: 'currencyUSD',
          },
          {
            title: 'Planned',
            type: 'stat',
            queries: { planned: 'sum(cost:planned:usd_month)' },
            unit: 'currencyUSD',
          },
          ...(budget
            ? [
                {
                  title: 'Budget',
                  type: 'stat' as const,
                  queries: { budget: 'sum(cost:budget:usd_month)' },
                  unit: 'currencyUSD',
                },
              ]
            : []),
        ],
      },
    ],
  );
}
