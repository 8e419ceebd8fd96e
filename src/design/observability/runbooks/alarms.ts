import { isSwitchedByAws, officeHoursName } from '../../office-hours.ts';
import { allAlarms, events } from '../cloudwatch/all.ts';
import type { Ground } from './ground.ts';

/** What the Terraform of this platform tells people of, and the runbook for it. */
export interface Alarm {
  readonly name: string;
  readonly runbook: string;
  /** the team that answers for what it is about */
  readonly owner: string;
  /** where it is, if it is another environment */
  readonly environment?: string;
}

/** The alarms of CloudWatch in an environment and the events that are told, and alarms on the hours of all environments. */
export function alarmsOf({
  architecture,
  environment,
}: Pick<Ground, 'architecture' | 'environment'>): readonly Alarm[] {
  const { standby } = environment;
  const elsewhere = architecture.environments.filter(
    (one) => one.name !== environment.name && isSwitchedByAws(one),
  );
  return [
    ...[...allAlarms(architecture, environment), ...events(architecture, environment)].map(
      ({ name, runbook, owner }) => ({
        name,
        runbook,
        owner: owner.name,
      }),
    ),
    ...(standby ? [...allAlarms(architecture, standby), ...events(architecture, standby)] : []).map(
      ({ name, runbook, owner }) => ({
        name,
        runbook,
        owner: owner.name,
        environment: standby!.name,
      }),
    ),
    ...elsewhere.map((one) => ({
      name: `${officeHoursName(one)}-missed`,
      runbook: 'office-hours-missed',
      owner: architecture.owner.name,
      environment: one.name,
    })),
  ];
}
