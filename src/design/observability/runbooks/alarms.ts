import { nameIn } from '../../names.ts';
import { dataAlarms } from '../cloudwatch/datastores.ts';
import { cloudObjectives } from '../cloudwatch/objectives.ts';
import { serviceAlarms } from '../cloudwatch/services.ts';
import type { Ground } from './ground.ts';

/** An alarm of CloudWatch that the Terraform of this platform makes, and the runbook for it. */
export interface Alarm {
  readonly name: string;
  readonly runbook: string;
  /** the team that answers for what it is about */
  readonly owner: string;
}

/** The alarms of CloudWatch in an environment, as the modules of Terraform call them. */
export function alarmsOf({ architecture, environment, compute }: Ground): readonly Alarm[] {
  const named = (one: string, role: string) => nameIn(environment, one, role);
  const alarm = (name: string, runbook: string, owner: { name: string }): Alarm => ({
    name,
    runbook,
    owner: owner.name,
  });
  const { functions, services, jobs, datastores } = environment;
  const burns = cloudObjectives(environment).flatMap(({ name, of }) => [
    alarm(`${name}-hour`, 'error-budget-burns-fast', of.owner),
    alarm(`${name}-quarter`, 'error-budget-burns-fast', of.owner),
    alarm(`${name}-day`, 'error-budget-burns-slowly', of.owner),
    alarm(`${name}-lastdays`, 'error-budget-burns-slowly', of.owner),
  ]);
  return [
    ...burns,
    ...[...serviceAlarms(environment), ...dataAlarms(architecture, environment)].map((one) =>
      alarm(one.name, one.runbook, one.owner),
    ),
    ...datastores.flatMap((one) => {
      const of = (suffix: string, runbook: string) =>
        alarm(`${one.resourceName.replaceAll('.', '-')}-${suffix}`, runbook, one.owner);
      switch (one.type) {
        case 'postgres':
        case 'mysql':
          if (one.hosting !== 'managed') return [];
          return [
            of('storage', 'database-storage-low'),
            of('cpu', 'datastore-busy'),
            of('memory', 'database-memory-low'),
          ];
        case 'redis':
          if (one.hosting !== 'managed') return [];
          return [
            of('memory', 'cache-memory-high'),
            of('evictions', 'cache-memory-high'),
            of('cpu', 'datastore-busy'),
          ];
        case 'queue': {
          const name = one.queueName.replaceAll('.', '-');
          return [
            alarm(`${name}-dead-letters`, 'dead-letters', one.owner),
            alarm(`${name}-age`, 'queue-too-old', one.owner),
          ];
        }
        default:
          return [];
      }
    }),
    ...functions.flatMap(({ name, owner, triggers }) => [
      alarm(`${named(name, 'function')}-failed`, 'function-fails', owner),
      alarm(`${named(name, 'function')}-errors`, 'function-fails', owner),
      alarm(`${named(name, 'function')}-throttles`, 'function-throttled', owner),
      ...(triggers.some(({ kind }) => kind === 'http')
        ? [alarm(`${named(name, 'api')}-errors`, 'function-fails', owner)]
        : []),
    ]),
    ...(compute === 'ecs'
      ? [
          ...services.flatMap(({ name, owner, expose }) => [
            alarm(`${named(name, 'service')}-memory`, 'memory-near-limit', owner),
            ...(expose ? [alarm(`${named(name, 'service')}-errors`, 'error-budget-burns-fast', owner)] : []),
          ]),
          ...jobs.map(({ name, owner }) => alarm(`${named(name, 'job')}-missed`, 'job-not-on-time', owner)),
          ...(services.some(({ expose }) => expose)
            ? [alarm(`${balancerName(environment)}-errors`, 'entrance-fails', architecture.owner)]
            : []),
        ]
      : []),
  ];
}

/** Names of load balancers are short. */
function balancerName(environment: Ground['environment']): string {
  const open = environment.services.some(({ expose }) => expose?.public);
  return nameIn(environment, environment.system, open ? 'alb' : 'alb-internal')
    .slice(0, 32)
    .replace(/-$/, '');
}
