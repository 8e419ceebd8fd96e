import type { Queue } from '../../datastore.ts';
import type { Environment } from '../../environment.ts';
import { isCritical } from '../critical.ts';
import { limits } from '../limits.ts';
import { oldestAllowed } from '../queue-age.ts';
import { type CloudAlarm, fives } from './alarm.ts';
import { inHours } from './in-hours.ts';

/** Minutes after the start until what waited over night is worked off; the oldest comes first. */
const catchUpMinutes = 30;

export function queueAlarms(environment: Environment, one: Queue): CloudAlarm[] {
  const { name, owner, tags } = one;
  const called = one.queueName.replaceAll('.', '-');
  const common = { owner, tags, statistic: 'Maximum', missing: 'notBreaching' } as const;
  const metric = (metricName: string, queue: string) => ({
    namespace: 'AWS/SQS',
    name: metricName,
    dimensions: { QueueName: queue },
  });
  return [
    {
      ...common,
      ...fives(limits.deadLetters.minutes),
      name: `${called}-dead-letters`,
      runbook: 'dead-letters',
      urgent: isCritical(environment, one),
      summary: `Messages of ${name} failed ${one.maxReceives} times and wait in ${one.deadLetterName}`,
      metric: metric('ApproximateNumberOfMessagesVisible', one.deadLetterName),
      threshold: limits.deadLetters.beyond,
    },
    {
      ...common,
      ...fives(limits.queueAge.minutes),
      name: `${called}-age`,
      runbook: 'queue-too-old',
      urgent: true,
      summary: `The oldest message in ${name} has waited for more than ${Math.round(oldestAllowed(one) / 60)} minutes: whoever takes from it is too slow, or stands still`,
      metric: metric('ApproximateAgeOfOldestMessage', one.queueName),
      threshold: oldestAllowed(one),
      ...(waitsForMorning(environment, one)
        ? { reckoned: { expression: inHours(environment.schedule, 'm', catchUpMinutes) } }
        : {}),
    },
  ];
}

/** Whether services take from it, which are off at times; functions never are. */
function waitsForMorning({ schedule, services }: Environment, { usedBy }: Queue): boolean {
  return schedule !== undefined && services.some(({ name }) => usedBy.includes(name));
}
