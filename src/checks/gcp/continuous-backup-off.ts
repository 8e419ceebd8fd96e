import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** What switches the backups of each database off. Source: Terraform Google provider. */
const switches: Readonly<
  Record<
    string,
    {
      readonly path: readonly string[];
      readonly isOff: (value: Node | undefined) => boolean;
      readonly on: string | boolean;
    }
  >
> = {
  google_alloydb_cluster: {
    path: ['continuous_backup_config', 'enabled'],
    isOff: (value) => value?.flag() === false,
    on: true,
  },
  google_firestore_database: {
    path: ['point_in_time_recovery_enablement'],
    isOff: (value) => value?.text() !== 'POINT_IN_TIME_RECOVERY_ENABLED',
    on: 'POINT_IN_TIME_RECOVERY_ENABLED',
  },
};

export default check({
  id: 'gcp/continuous-backup-off',
  title: 'AlloyDB or Firestore that cannot be set back',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Without recovery to a moment, what a bug or a mistake overwrites is gone, or comes back as of the last backup that somebody made. Firestore keeps seven days for a small charge, AlloyDB fourteen by default.',
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: [
    'https://cloud.google.com/firestore/docs/pitr',
    'https://cloud.google.com/alloydb/docs/backup/configure',
  ],
  visits: resources(...Object.keys(switches)),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const { path, isOff, on } = switches[resource.type]!;
    const setting = node.get(...path);
    if (!isOff(setting)) return;
    return {
      message: `${resource.address} cannot be set back to the moment before a mistake: set ${path.join('.')} to ${on}.`,
      at: setting ?? node,
      ...(resource.type === 'google_alloydb_cluster' && { severity: 'high' }),
      fix: {
        safety: 'unsafe',
        summary: `set ${path.join('.')} (former states are paid for)`,
        edits: [{ op: 'set', in: node, path, value: on }],
      },
    };
  },
  examples: {
    bad: 'resource "google_firestore_database" "shop" {\n  name        = "shop"\n  location_id = "eur3"\n  type        = "FIRESTORE_NATIVE"\n}\n',
    good: 'resource "google_firestore_database" "shop" {\n  name                              = "shop"\n  location_id                       = "eur3"\n  type                              = "FIRESTORE_NATIVE"\n  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"\n}\n',
  },
});
