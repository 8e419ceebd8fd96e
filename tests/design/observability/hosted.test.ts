import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { hereOf } from '../../../src/design/observability/here.ts';
import { observability } from '../../../src/design/observability/target.ts';
import { architectureOf } from '../../support/design-example.ts';
import { hostedBlueprint } from '../../support/hosted.ts';
import { exported, fromCloudwatch, seriesIn } from './exporters.ts';

const architecture = architectureOf(hostedBlueprint({ gitops: 'argocd', packaging: 'kustomize' }));
const files = observability.write(architecture);
const rules = load(files.get('observability/production/rules/datastores.yaml')!) as {
  readonly groups: readonly {
    readonly rules: readonly { readonly record?: string; readonly alert?: string; readonly expr: string }[];
  }[];
};
const all = rules.groups.flatMap((group) => group.rules);

describe('what watches datastores in the cluster', () => {
  it('asks for series that somebody tells', () => {
    const recorded = all.flatMap(({ record }) => record ?? []);
    const here = hereOf(architecture, architecture.environments.at(-1)!);
    const known = new Set([...Object.values(exported).flat(), ...recorded, ...fromCloudwatch(here)]);
    for (const { expr } of all)
      for (const series of seriesIn(expr)) expect(known, `${series} in ${expr}`).toContain(series);
  });

  it('tells of each trouble, with a page that says what to do', () => {
    const alerts = all.flatMap(({ alert }) => alert ?? []);
    for (const [alert, runbook] of [
      ['DatastoreHasNoPrimary', 'datastore-has-no-primary'],
      ['DatastoreInstanceMissing', 'datastore-instance-missing'],
      ['DatabaseLogNotArchived', 'database-log-not-archived'],
      ['DatabaseBackupTooOld', 'database-backup-too-old'],
      ['DatabaseReplicaLags', 'database-replica-lags'],
      ['DatastoreVolumeLow', 'datastore-volume-low'],
    ] as const) {
      expect(alerts).toContain(alert);
      const page = files.get(`docs/runbooks/${runbook}.md`)!;
      expect(page, runbook).toContain('kubectl');
      expect(page, runbook).not.toContain('aws rds');
    }
    // no database of RDS is here, and nothing speaks of one
    expect(alerts).not.toContain('DatabaseStorageLow');
    expect(files.get('docs/runbooks/datastore-busy.md')).not.toContain('aws pi');
  });

  it('shows them on the dashboard of their team', () => {
    const text = files.get('observability/dashboards/team-platform.json')!;
    for (const title of ['Log waits for its archive', 'Age of the last backup', 'Volume free'])
      expect(text).toContain(title);
  });
});
