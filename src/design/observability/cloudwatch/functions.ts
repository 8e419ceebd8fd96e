import type { Environment } from '../../environment.ts';
import { workloadName } from '../../names.ts';
import type { FunctionHere, Trigger } from '../../workload.ts';
import { longestGap } from '../cron.ts';
import { functionName } from '../here.ts';
import { limits, percent } from '../limits.ts';
import { type CloudAlarm, fives, type Metric, shareOf } from './alarm.ts';

const day = 86_400;
/** seconds that a change may wait in a stream; it is gone after a day */
const streamAge = 1800;
/** seconds that API Gateway waits for an answer */
const longestAnswer = 29;
/** fewest failed calls in five minutes that are told */
const fewestErrors = 5;

/** Alarms on a function, and on the API before it. */
export function functionAlarms(environment: Environment, one: FunctionHere): CloudAlarm[] {
  const { name, owner, tags, timeoutSeconds, triggers } = one;
  const called = functionName(environment, name);
  const metric = (metricName: string): Metric => ({
    namespace: 'AWS/Lambda',
    name: metricName,
    dimensions: { FunctionName: called },
  });
  const common = { owner, tags, urgent: false, missing: 'notBreaching' } as const;
  return [
    {
      ...common,
      ...fives(5),
      name: `${called}-failed`,
      runbook: 'function-fails',
      urgent: environment.production && one.slo.availability > 99.9,
      summary: `Events of ${name} failed after all of their tries and wait in ${called}-failed`,
      metric: {
        namespace: 'AWS/SQS',
        name: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: `${called}-failed` },
      },
      statistic: 'Maximum',
      threshold: limits.deadLetters.beyond,
    },
    {
      ...common,
      ...fives(5),
      name: `${called}-errors`,
      runbook: 'function-fails',
      summary: `More than ${percent(limits.entrance.beyond)} in a hundred calls of ${name} fail`,
      metric: metric('Errors'),
      statistic: 'Sum',
      reckoned: shareOf('Invocations', fewestErrors),
      threshold: percent(limits.entrance.beyond),
    },
    {
      ...common,
      ...fives(limits.functionThrottled.minutes),
      name: `${called}-throttles`,
      runbook: 'function-throttled',
      summary: `Calls of ${name} are turned away: more come at once than may run`,
      metric: metric('Throttles'),
      statistic: 'Sum',
      threshold: limits.functionThrottled.beyond,
    },
    {
      ...common,
      ...fives(15),
      name: `${called}-duration`,
      runbook: 'function-fails',
      summary: `${name} takes nearly all of the ${timeoutSeconds} seconds that it may`,
      metric: metric('Duration'),
      statistic: 'Maximum',
      threshold: timeoutSeconds * 900,
    },
    ...(triggers.some(({ kind }) => kind === 'table')
      ? [
          {
            ...common,
            ...fives(10),
            name: `${called}-age`,
            runbook: 'function-fails',
            summary: `${name} is more than ${streamAge / 60} minutes behind the changes of its table: it fails again and again at the same one, or is too slow`,
            metric: metric('IteratorAge'),
            statistic: 'Maximum' as const,
            threshold: streamAge * 1000,
          },
        ]
      : []),
    ...(environment.schedule === undefined && triggers.some(isDaily)
      ? [
          {
            ...common,
            name: `${called}-not-on-time`,
            runbook: 'job-not-on-time',
            summary: `${name} has not been called for a day, though its schedule says so`,
            metric: metric('Invocations'),
            statistic: 'Sum' as const,
            threshold: 1,
            below: true,
            period: day,
            periods: 1,
            missing: 'breaching' as const,
          },
        ]
      : []),
    ...(hasApi(environment, one) ? apiAlarms(environment, one) : []),
  ];
}

/** Whether an API stands before it. */
export function hasApi({ dns }: Environment, { triggers }: FunctionHere): boolean {
  return dns.zone !== undefined && triggers.some(({ kind }) => kind === 'http');
}

function isDaily(trigger: Trigger): boolean {
  return trigger.kind === 'schedule' && longestGap(trigger.cron) <= day;
}

function apiAlarms(environment: Environment, one: FunctionHere): CloudAlarm[] {
  const { name, owner, tags, slo } = one;
  const called = workloadName(environment, name, 'api');
  const metric = (metricName: string): Metric => ({
    namespace: 'AWS/ApiGateway',
    name: metricName,
    dimensions: { ApiName: called, Stage: 'live' },
  });
  const common = { owner, tags, missing: 'notBreaching' } as const;
  const { percentile, milliseconds } = slo.latency ?? {
    percentile: 99,
    milliseconds: Math.min(longestAnswer, one.timeoutSeconds) * 500,
  };
  return [
    {
      ...common,
      ...fives(limits.entrance.minutes),
      name: `${called}-errors`,
      runbook: 'function-fails',
      urgent: true,
      summary: `More than ${percent(limits.entrance.beyond)} in a hundred requests to ${name} are answered with an error`,
      metric: metric('5XXError'),
      statistic: 'Sum',
      reckoned: shareOf('Count', limits.entrance.least),
      threshold: percent(limits.entrance.beyond),
    },
    {
      ...common,
      ...fives(15),
      name: `${called}-slow`,
      runbook: 'answers-slow',
      urgent: false,
      summary: slo.latency
        ? `Fewer than ${percentile} in a hundred requests to ${name} are answered within the ${milliseconds} ms that were promised`
        : `One in a hundred requests to ${name} takes more than half of the time after which it is given up`,
      metric: metric('Latency'),
      statistic: `p${percentile}`,
      threshold: milliseconds,
    },
  ];
}
