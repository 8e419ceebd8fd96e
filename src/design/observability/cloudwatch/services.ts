import type { Environment } from '../../environment.ts';
import { nameIn } from '../../names.ts';
import { limits } from '../limits.ts';
import type { CloudAlarm, CloudEvent } from './alarm.ts';
import { functionAlarms } from './functions.ts';
import { jobAlarms, taskAlarms, taskEvents } from './tasks.ts';

/** Alarms on what runs. A cluster watches what runs in it, and functions beside it are watched here too. */
export function serviceAlarms(environment: Environment): readonly CloudAlarm[] {
  const { services, jobs, functions } = environment;
  return [
    ...(environment.cluster
      ? []
      : [
          ...services.flatMap((one) => taskAlarms(environment, one)),
          ...jobs.flatMap((one) => jobAlarms(environment, one)),
        ]),
    ...functions.flatMap((one) => functionAlarms(environment, one)),
    ...(environment.cluster ? [] : ofCertificate(environment)),
  ];
}

/** What is told of what runs when it happens. */
export function serviceEvents(environment: Environment): readonly CloudEvent[] {
  return environment.cluster ? [] : taskEvents(environment);
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
      summary: `The certificate of ${environment.dns.zone} expires within ${limits.certificate.beyond} days, though it should have been renewed weeks ago`,
      metric: {
        namespace: 'AWS/CertificateManager',
        name: 'DaysToExpiry',
        dimensions: { CertificateArn: { from: 'certificate', service: first.name } },
      },
      statistic: 'Minimum',
      threshold: limits.certificate.beyond,
      below: true,
      period: 86_400,
      periods: 1,
      missing: 'notBreaching',
    },
  ];
}
