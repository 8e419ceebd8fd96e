import type { Architecture } from '../../../architecture.ts';
import type { Environment } from '../../../environment.ts';
import type { Alarmed } from '../all.ts';
import { alarmArn } from '../names.ts';
import type { CloudObjective } from '../objectives.ts';
import type { Row } from './dashboard.ts';
import { objectivesRow } from './objectives.ts';

/** Are promises kept, how much can still go wrong, and what does it cost. */
export function executiveRows(
  { budget }: Architecture,
  environment: Environment,
  alarms: readonly Alarmed[],
  objectives: readonly CloudObjective[],
): Row[] {
  const { costs, budgetMonthly, production, name } = environment;
  const urgent = alarms.filter((one) => one.urgent).map((one) => alarmArn(environment, one.name));
  const planned = Math.round(costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0));
  return [
    {
      title: production ? 'What people are woken for' : 'What would wake people in production',
      widgets: urgent.length === 0 ? [] : [{ title: 'Alarms', alarms: urgent.slice(0, mostAlarms) }],
    },
    objectivesRow(objectives),
    {
      title: 'Cost, US dollars a month',
      widgets: [
        {
          title: 'Spent so far this month, in the account',
          metrics: [{ namespace: 'AWS/Billing', name: 'EstimatedCharges', dimensions: { Currency: 'USD' } }],
          stats: ['Maximum'],
          // AWS counts there what was spent anywhere, a few times a day
          region: 'us-east-1',
          period: 21_600,
          ...(budget ? { most: budget.monthly } : {}),
        },
        {
          title: 'Planned',
          text: [
            `${name}: ${planned}${budgetMonthly === undefined ? '' : ` of ${Math.round(budgetMonthly)}`}`,
            'By parts and with what makes it more: docs/cost.md.',
          ].join('\n\n'),
        },
      ],
    },
  ];
}

/** A widget shows no more. Source: Amazon CloudWatch API reference, structure of the body of dashboards. */
export const mostAlarms = 100;
