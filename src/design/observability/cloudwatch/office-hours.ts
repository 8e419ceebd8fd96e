import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { isSwitchedByAws, officeHoursName } from '../../office-hours.ts';
import type { CloudAlarm } from './alarm.ts';

/** What was not switched at its hour. */
export function officeHoursAlarms(
  { owner }: Pick<Architecture, 'owner'>,
  environment: Environment,
): readonly CloudAlarm[] {
  if (!isSwitchedByAws(environment)) return [];
  const name = `${officeHoursName(environment)}-missed`;
  return [
    {
      name,
      runbook: 'office-hours-missed',
      owner,
      urgent: false,
      summary: `Something was not switched on or off at its hour: the reason is in the message that waits in ${name}`,
      metric: {
        namespace: 'AWS/SQS',
        name: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: name },
      },
      statistic: 'Maximum',
      threshold: 0,
      period: 300,
      periods: 1,
      missing: 'notBreaching',
    },
  ];
}
