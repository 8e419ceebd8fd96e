import type { Alert, GroupName, Recorded } from './alert.ts';
import { alerts } from './alerts/all.ts';
import type { Here } from './here.ts';
import { costRecords } from './record/cost.ts';
import { datastoreRecords } from './record/datastores.ts';
import { jobRecords } from './record/jobs.ts';
import { nodeRecords } from './record/nodes.ts';
import { serviceRecords } from './record/services.ts';
import { measured, remaining, shares } from './slo/recorded.ts';

/** A file of rules: what is recorded, in the order in which one asks for another, and what is told. */
export interface RuleFile {
  readonly name: GroupName;
  /** what is recorded, by how often: windows of days need not be reckoned each minute */
  readonly recorded: readonly (readonly [group: string, interval: string, records: readonly Recorded[]])[];
  readonly alerts: readonly Alert[];
}

const files: readonly GroupName[] = [
  'objectives',
  'services',
  'jobs',
  'nodes',
  'datastores',
  'delivery',
  'certificates',
  'backups',
  'watching',
];

/** All files of rules of an environment that hold anything. */
export function ruleFiles(here: Here): readonly RuleFile[] {
  const raised = alertsOf(here);
  return files
    .map((name) => ({
      name,
      recorded: recordedIn(name, here).filter(([, , records]) => records.length > 0),
      alerts: raised.filter(({ group }) => group === name),
    }))
    .filter(({ recorded, alerts: told }) => recorded.length > 0 || told.length > 0);
}

/** The alerts that something here can raise. */
export function alertsOf(here: Here): readonly Alert[] {
  return alerts.filter((alert) => alert.rules(here).length > 0);
}

function recordedIn(name: GroupName, here: Here): RuleFile['recorded'] {
  const each = (records: readonly Recorded[]): RuleFile['recorded'] => [[`${name}-recorded`, '1m', records]];
  switch (name) {
    case 'objectives': {
      const all = measured(here.environment);
      if (all.length === 0) return [];
      return [
        [`${name}-measured`, '1m', [...all, ...shares('short')]],
        [`${name}-over-days`, '5m', [...shares('long'), remaining]],
      ];
    }
    case 'services':
      return each(serviceRecords(here));
    case 'jobs':
      return each(jobRecords(here));
    case 'nodes':
      return each(nodeRecords);
    case 'datastores':
      return each(datastoreRecords(here));
    case 'watching':
      return [['cost', '5m', costRecords(here)]];
    default:
      return [];
  }
}
