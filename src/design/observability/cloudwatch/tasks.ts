import type { Environment } from '../../environment.ts';
import { workloadName } from '../../names.ts';
import type { Job, Service } from '../../workload.ts';
import { limits, percent } from '../limits.ts';
import { type CloudAlarm, type CloudEvent, fives, type Metric, shareOf } from './alarm.ts';
import { clusterOf, ruleName, tasksFailRule } from './names.ts';
import { isBalanced } from './objectives.ts';

/** Alarms on a service on Fargate. */
export function taskAlarms(environment: Environment, one: Service): CloudAlarm[] {
  const { name, owner, tags } = one;
  const service = workloadName(environment, name, 'service');
  const common = { owner, tags, urgent: false, missing: 'notBreaching' } as const;
  return [
    ...countAlarms(environment, one, service),
    {
      ...common,
      name: `${service}-memory`,
      runbook: 'memory-near-limit',
      summary: `A task of ${name} uses nearly all of its memory, and is ended when it wants more`,
      metric: {
        namespace: 'AWS/ECS',
        name: 'MemoryUtilization',
        dimensions: { ClusterName: clusterOf(environment), ServiceName: service },
      },
      statistic: 'Maximum',
      threshold: percent(limits.memoryNear.beyond),
      period: 60,
      periods: limits.memoryNear.minutes,
    },
    {
      ...common,
      name: tasksFailRule(service),
      runbook: 'containers-restart',
      summary: `More than ${limits.restarts.beyond} tasks of ${name} ended by themselves or could not start within ${limits.restarts.minutes} minutes`,
      metric: {
        namespace: 'AWS/Events',
        name: 'Invocations',
        dimensions: { RuleName: tasksFailRule(service) },
      },
      statistic: 'Sum',
      threshold: limits.restarts.beyond,
      period: limits.restarts.minutes * 60,
      periods: 1,
    },
    ...(isBalanced(environment, one) ? balancedAlarms(environment, one, service) : []),
  ];
}

function countAlarms(environment: Environment, one: Service, service: string): CloudAlarm[] {
  const { name, owner, tags, scale } = one;
  const metric: Metric = {
    namespace: 'ECS/ContainerInsights',
    name: 'RunningTaskCount',
    dimensions: { ClusterName: clusterOf(environment), ServiceName: service },
  };
  const common = { owner, tags, metric, urgent: false, statistic: 'Minimum', period: 60 } as const;
  // where it is off by night its being away is no news
  const always = environment.schedule === undefined;
  return [
    always && {
      ...common,
      name: `${service}-down`,
      runbook: 'service-down',
      urgent: true,
      summary: `No task of ${name} runs`,
      threshold: 1,
      below: true,
      periods: limits.down.minutes,
      missing: 'breaching' as const,
    },
    always &&
      scale.min > 1 && {
        ...common,
        name: `${service}-tasks`,
        runbook: 'replicas-missing',
        summary: `Fewer than ${scale.min} tasks of ${name} have run for ${limits.missing.minutes} minutes`,
        threshold: scale.min,
        below: true,
        periods: limits.missing.minutes,
        missing: 'notBreaching' as const,
      },
    scale.max > scale.min && {
      ...common,
      name: `${service}-at-its-most`,
      runbook: 'service-at-its-most',
      summary: `${name} has run as many tasks as it may for ${limits.atItsMost.minutes} minutes: more load finds no room`,
      threshold: scale.max - 1,
      periods: limits.atItsMost.minutes,
      missing: 'notBreaching' as const,
    },
  ].filter((alarm) => alarm !== false);
}

/** What the load balancer says of its targets. */
function balancedAlarms(environment: Environment, one: Service, service: string): CloudAlarm[] {
  const { name, owner, tags, protocol } = one;
  const metric = (metricName: string): Metric => ({
    namespace: 'AWS/ApplicationELB',
    name: metricName,
    dimensions: {
      LoadBalancer: { from: 'load-balancer', service: name },
      TargetGroup: { from: 'target-group', service: name },
    },
  });
  const common = { owner, tags, missing: 'notBreaching' } as const;
  return [
    ...(environment.schedule === undefined
      ? [
          {
            ...common,
            name: `${service}-unhealthy`,
            runbook: 'service-down',
            urgent: true,
            summary: `No task of ${name} is healthy: whoever asks for it gets an error`,
            metric: metric('HealthyHostCount'),
            statistic: 'Maximum' as const,
            threshold: 1,
            below: true,
            period: 60,
            periods: limits.down.minutes,
          },
        ]
      : []),
    {
      ...common,
      name: `${service}-some-unhealthy`,
      runbook: 'replicas-missing',
      urgent: false,
      summary: `A task of ${name} has been unhealthy for ${limits.missing.minutes} minutes: the others carry its load`,
      metric: metric('UnHealthyHostCount'),
      statistic: 'Minimum',
      threshold: 0,
      period: 60,
      periods: limits.missing.minutes,
    },
    // outcomes of gRPC are in trailers, which the load balancer does not count
    ...(protocol === 'http'
      ? [
          {
            ...common,
            ...fives(limits.entrance.minutes),
            name: `${service}-errors`,
            runbook: 'error-budget-burns-fast',
            urgent: true,
            summary: `More than ${percent(limits.entrance.beyond)} in a hundred requests to ${name} are answered with an error`,
            metric: metric('HTTPCode_Target_5XX_Count'),
            statistic: 'Sum' as const,
            reckoned: shareOf('RequestCount', limits.entrance.least),
            threshold: percent(limits.entrance.beyond),
          },
        ]
      : []),
  ];
}

/** A scheduled job that could not even be started. */
export function jobAlarms(environment: Environment, { name, owner, tags, schedule }: Job): CloudAlarm[] {
  if (schedule === undefined) return [];
  const job = workloadName(environment, name, 'job');
  return [
    {
      name: `${job}-missed`,
      runbook: 'job-not-on-time',
      owner,
      tags,
      urgent: false,
      summary: `${name} could not be started: the reason is in the message that waits in ${job}-missed`,
      metric: {
        namespace: 'AWS/SQS',
        name: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: `${job}-missed` },
      },
      statistic: 'Maximum',
      threshold: 0,
      ...fives(5),
      missing: 'notBreaching',
    },
  ];
}

/** What ECS tells of when it happens. Source: Amazon ECS developer guide, events; reasons why tasks stop. */
export function taskEvents(environment: Environment): readonly CloudEvent[] {
  const { region, account, services, jobs } = environment;
  const arn = (rest: string) => `arn:aws:ecs:${region}:${account}:${rest}`;
  const cluster = clusterOf(environment);
  return [
    ...services.map(({ name, owner, tags }) => {
      const service = workloadName(environment, name, 'service');
      return {
        name: ruleName(service, 'release-failed'),
        runbook: 'container-cannot-start',
        owner,
        tags,
        urgent: false,
        summary: `A release of ${name} did not become healthy, and the one before it was put back`,
        pattern: {
          source: ['aws.ecs'],
          'detail-type': ['ECS Deployment State Change'],
          resources: [arn(`service/${cluster}/${service}`)],
          detail: { eventName: ['SERVICE_DEPLOYMENT_FAILED'] },
        },
        says: { why: '$.detail.reason' },
      };
    }),
    ...jobs.map(({ name, owner, tags }) => {
      const job = workloadName(environment, name, 'job');
      return {
        name: ruleName(job, 'failed'),
        runbook: 'job-failed',
        owner,
        tags,
        urgent: false,
        summary: `A run of ${name} failed, or could not start`,
        pattern: {
          source: ['aws.ecs'],
          'detail-type': ['ECS Task State Change'],
          detail: {
            lastStatus: ['STOPPED'],
            taskDefinitionArn: [{ prefix: arn(`task-definition/${job}:`) }],
            $or: [
              { stopCode: ['TaskFailedToStart'] },
              { containers: { exitCode: [{ 'anything-but': [0] }] } },
            ],
          },
        },
        says: { task: '$.detail.taskArn', why: '$.detail.stoppedReason' },
      };
    }),
  ];
}
