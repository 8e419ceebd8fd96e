import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import type { CloudAlarm, CloudEvent } from './alarm.ts';
import { dataAlarms, dataEvents, recoveryAlarms } from './datastores.ts';
import { entranceAlarms } from './entrance.ts';
import { serviceAlarms, serviceEvents } from './services.ts';

/** Every alarm on a metric in an environment, besides those on objectives. */
export function metricAlarms(architecture: Architecture, environment: Environment): readonly CloudAlarm[] {
  return [
    ...entranceAlarms(architecture, environment),
    ...serviceAlarms(environment),
    ...dataAlarms(architecture, environment),
    ...recoveryAlarms(environment),
  ];
}

/** Everything that is told when it happens. */
export function events(environment: Environment): readonly CloudEvent[] {
  return [...serviceEvents(environment), ...dataEvents(environment)];
}
