import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { nameIn } from '../../names.ts';
import { limits, percent } from '../limits.ts';
import { type CloudAlarm, fives } from './alarm.ts';
import { inHours } from './in-hours.ts';

/** Minutes in which tasks start in the morning; until then there is nothing that could answer. */
const startMinutes = 15;

export interface Balancer {
  /** names of load balancers are short */
  readonly name: string;
  /** whether only the network reaches it */
  readonly internal: boolean;
}

/** The load balancers that Terraform makes: one for the internet, one for the network. */
export function balancersOf({ platform }: Architecture, environment: Environment): readonly Balancer[] {
  if (environment.dns.zone === undefined || platform.compute !== 'ecs' || platform.ingress !== 'alb')
    return [];
  return [false, true]
    .filter((internal) => environment.services.some(({ expose }) => expose && expose.public !== internal))
    .map((internal) => ({ internal, name: balancerName(environment, internal) }));
}

function balancerName(environment: Environment, internal: boolean): string {
  return nameIn(environment, environment.system, internal ? 'alb-internal' : 'alb')
    .slice(0, 32)
    .replace(/-$/, '');
}

/** Alarms on what takes requests before any service sees them. */
export function entranceAlarms(architecture: Architecture, environment: Environment): readonly CloudAlarm[] {
  return balancersOf(architecture, environment).map(({ name, internal }) => ({
    name: `${name}-errors`,
    runbook: 'entrance-fails',
    owner: architecture.owner,
    urgent: true,
    summary: `Load balancer ${name} answers more than ${percent(limits.entrance.beyond)} in a hundred requests by itself with an error, since it reaches no healthy task`,
    metric: {
      namespace: 'AWS/ApplicationELB',
      name: 'HTTPCode_ELB_5XX_Count',
      dimensions: { LoadBalancer: { from: 'balancer', internal } },
    },
    statistic: 'Sum',
    // what it turns away itself is not among the requests that it counts
    reckoned: {
      expression: inHours(
        environment.schedule,
        `IF(m >= ${limits.entrance.least}, 100 * m / (FILL(all, 0) + m), 0)`,
        startMinutes,
      ),
      beside: { all: 'RequestCount' },
    },
    threshold: percent(limits.entrance.beyond),
    ...fives(limits.entrance.minutes),
    missing: 'notBreaching',
  }));
}
