import type { Environment } from '../../environment.ts';
import { nameIn } from '../../names.ts';
import type { FunctionHere, Service } from '../../workload.ts';
import { longestGap } from '../cron.ts';
import { functionName } from '../here.ts';
import type { CloudAlarm, Metric } from './alarm.ts';

/** Alarms on what runs, besides those that its modules bring. */
export function serviceAlarms(environment: Environment): readonly CloudAlarm[] {
  if (environment.cluster) return [];
  return [
    ...environment.services.flatMap((one) => ofService(environment, one)),
    ...environment.functions.flatMap((one) => ofFunction(environment, one)),
    ...ofCertificate(environment),
  ];
}

function ofService(environment: Environment, { name, owner, tags, scale }: Service): CloudAlarm[] {
  const service = nameIn(environment, name, 'service');
  const metric: Metric = {
    namespace: 'ECS/ContainerInsights',
    name: 'RunningTaskCount',
    dimensions: {
      ClusterName: nameIn(environment, environment.system, 'cluster'),
      ServiceName: service,
    },
  };
  const common = { owner, tags, metric, statistic: 'Minimum', period: 60 } as const;
  return [
    // where it is off by night its being away is no news
    ...(environment.schedule === undefined
      ? [
          {
            ...common,
            name: `${service}-down`,
            runbook: 'service-down',
            urgent: true,
            summary: `No task of ${name} runs`,
            threshold: 1,
            below: true,
            periods: 5,
            missing: 'breaching',
          } as const,
          ...(scale.min > 1
            ? [
                {
                  ...common,
                  name: `${service}-tasks`,
                  runbook: 'replicas-missing',
                  urgent: false,
                  summary: `Fewer than ${scale.min} tasks of ${name} run for a quarter of an hour`,
                  threshold: scale.min,
                  below: true,
                  periods: 15,
                  missing: 'notBreaching',
                } as const,
              ]
            : []),
        ]
      : []),
    ...(scale.max > scale.min
      ? [
          {
            ...common,
            name: `${service}-at-its-most`,
            runbook: 'service-at-its-most',
            urgent: false,
            summary: `${name} runs as many tasks as it may for half an hour: more load finds no room`,
            threshold: scale.max - 1,
            periods: 30,
            missing: 'notBreaching',
          } as const,
        ]
      : []),
  ];
}

const day = 86_400;

function ofFunction(environment: Environment, one: FunctionHere): CloudAlarm[] {
  const { name, owner, tags, timeoutSeconds, triggers } = one;
  const called = functionName(environment, name);
  const metric = (metricName: string): Metric => ({
    namespace: 'AWS/Lambda',
    name: metricName,
    dimensions: { FunctionName: called },
  });
  const common = { owner, tags, urgent: false } as const;
  const daily = triggers.some(
    ({ kind, ...rest }) => 'cron' in rest && longestGap(rest.cron as string) <= day,
  );
  return [
    {
      ...common,
      name: `${called}-duration`,
      runbook: 'function-fails',
      summary: `${name} takes nearly all of the ${timeoutSeconds} seconds that it may`,
      metric: metric('Duration'),
      statistic: 'Maximum',
      threshold: timeoutSeconds * 900,
      period: 300,
      periods: 3,
      missing: 'notBreaching',
    },
    ...(daily && environment.schedule === undefined
      ? [
          {
            ...common,
            name: `${called}-not-on-time`,
            runbook: 'job-not-on-time',
            summary: `${name} has not been called for a day, though its schedule says so`,
            metric: metric('Invocations'),
            statistic: 'Sum',
            threshold: 1,
            below: true,
            period: day,
            periods: 1,
            missing: 'breaching',
          } as const,
        ]
      : []),
  ];
}

function ofCertificate(environment: Environment): CloudAlarm[] {
  const [first] = [...environment.services, ...environment.functions];
  if (environment.dns.zone === undefined || !first) return [];
  return [
    {
      name: nameIn(environment, environment.system, 'certificate-expires'),
      runbook: 'certificate-expires',
      owner: first.owner,
      urgent: true,
      summary: `The certificate of ${environment.dns.zone} expires within seven days, though it should have been renewed weeks ago`,
      metric: {
        namespace: 'AWS/CertificateManager',
        name: 'DaysToExpiry',
        dimensions: { CertificateArn: { from: 'certificate', service: first.name } },
      },
      statistic: 'Minimum',
      threshold: 7,
      below: true,
      period: day,
      periods: 1,
      missing: 'notBreaching',
    },
  ];
}
