import { events, metricAlarms } from '../cloudwatch/all.ts';
import { cloudObjectives } from '../cloudwatch/objectives.ts';
import type { Ground } from './ground.ts';

/** An alarm of CloudWatch that the Terraform of this platform makes, and the runbook for it. */
export interface Alarm {
  readonly name: string;
  readonly runbook: string;
  /** the team that answers for what it is about */
  readonly owner: string;
}

/** What the Terraform of an environment tells people of: alarms on objectives and metrics, and events. */
export function alarmsOf({ architecture, environment }: Pick<Ground, 'architecture' | 'environment'>) {
  const burns = cloudObjectives(environment).flatMap(({ name, of }) =>
    (
      [
        ['hour', 'fast'],
        ['quarter', 'fast'],
        ['day', 'slowly'],
        ['lastdays', 'slowly'],
      ] as const
    ).map(([window, speed]) => ({
      name: `${name}-${window}`,
      runbook: `error-budget-burns-${speed}`,
      owner: of.owner,
    })),
  );
  return [...burns, ...metricAlarms(architecture, environment), ...events(environment)].map(
    ({ name, runbook, owner }): Alarm => ({ name, runbook, owner: owner.name }),
  );
}
