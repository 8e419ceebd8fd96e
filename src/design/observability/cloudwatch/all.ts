import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import type { CloudAlarm, CloudEvent, Told } from './alarm.ts';
import { dataAlarms, dataEvents, recoveryAlarms } from './datastores.ts';
import { entranceAlarms } from './entrance.ts';
import { cloudObjectives } from './objectives.ts';
import { officeHoursAlarms } from './office-hours.ts';
import { recoverySecurityEvents, securityEvents } from './security.ts';
import { serviceAlarms, serviceEvents } from './services.ts';

/** An alarm that tells people, whatever it reckons with. */
export type Alarmed = Pick<Told, 'name' | 'runbook' | 'owner' | 'tags' | 'urgent'>;

/** Every alarm on a metric in the region of an environment, besides those on objectives. */
export function metricAlarms(architecture: Architecture, environment: Environment): readonly CloudAlarm[] {
  return [
    ...entranceAlarms(architecture, environment),
    ...serviceAlarms(environment),
    ...dataAlarms(architecture, environment),
    ...officeHoursAlarms(architecture, environment),
  ];
}

/** The same with those on objectives: the module of these calls them after the window that they watch. */
export function regionAlarms(architecture: Architecture, environment: Environment): readonly Alarmed[] {
  const windows = { hour: true, quarter: true, day: false, lastdays: false };
  const burns = cloudObjectives(environment).flatMap(({ name, of }) =>
    Object.entries(windows).map(([window, urgent]) => ({
      name: `${name}-${window}`,
      runbook: `error-budget-burns-${urgent ? 'fast' : 'slowly'}`,
      owner: of.owner,
      tags: of.tags,
      urgent,
    })),
  );
  return [...burns, ...metricAlarms(architecture, environment)];
}

/** The same with those in the recovery region. */
export function allAlarms(architecture: Architecture, environment: Environment): readonly Alarmed[] {
  return [...regionAlarms(architecture, environment), ...recoveryAlarms(environment)];
}

/** Everything that is told when it happens. */
export function events(architecture: Architecture, environment: Environment): readonly CloudEvent[] {
  return [
    ...serviceEvents(environment),
    ...dataEvents(environment),
    ...securityEvents(architecture, environment),
    ...recoverySecurityEvents(architecture, environment),
  ];
}
