import { describe, expect, it } from 'vitest';
import { writeAll } from '../../../src/design/write-all.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';

const pageOf = (architecture: ReturnType<typeof architectureOf>) =>
  writeAll(architecture).get('docs/disaster-recovery.md')!;

const sectionOf = (page: string, title: string) => {
  const at = page.indexOf(`## ${title}`);
  expect(at, title).toBeGreaterThan(-1);
  const end = page.indexOf('\n## ', at + 3);
  return page.slice(at, end < 0 ? undefined : end);
};

const shop = (more: string, rpo = '5m', entries = '') =>
  pageOf(
    architectureOf(`name: shop
domain: shop.example
region: eu-west-1
services:
  api: { image: acme/api, expose: api, needs: [orders, carts, entries] }
jobs:
  bill: { image: acme/bill, schedule: "0 4 * * *", needs: [orders] }
functions:
  mail: { on: { schedule: "0 5 * * *" }, needs: [entries] }
datastores:
  orders: { type: postgres, rpo: ${rpo} }
  carts: { type: redis }
  entries: { type: table${entries === '' ? '' : `, ${entries}`} }
environments: { production: { account: "222233334444", recoveryRegion: eu-central-1 } }
delivery: { repository: acme/platform }
${more}`),
  );

describe('the steps of disaster recovery', () => {
  const payments = pageOf(architectureOfExample('payments'));

  it('wait for what takes longer than the CLI waits, or has no name yet', () => {
    for (const page of [payments, shop('compute: ecs\n')])
      for (const [line] of page.matchAll(/^.*aws \w+ wait .*$/gm))
        expect(line).toMatch(/^\s*until aws \w+ wait [^;]+; do sleep 15; done$/);
  });

  it('start again what they stop', () => {
    const steps = sectionOf(payments, 'Restoring entries in production');
    for (const one of ['rollouts.argoproj.io/ledger --replicas=', 'cronjob/settlement --patch'])
      expect(steps.split(one), one).toHaveLength(3);
    const onEcs = sectionOf(shop('compute: ecs\n'), 'Restoring orders in production');
    expect(onEcs).toMatch(/--service production-api-service --desired-count 0[\s\S]*--desired-count 2/);
    expect(onEcs).toMatch(/--name production-bill-job[^\n]*"DISABLED"[\s\S]*"ENABLED"/);
    const table = sectionOf(shop('compute: ecs\n'), 'Restoring entries in production');
    expect(table).toMatch(/put-function-concurrency[\s\S]*delete-function-concurrency/);
  });

  it('have what was restored followed in the other region again', () => {
    const steps = sectionOf(payments, 'Restoring vault in production');
    const renamed = steps.indexOf('--new-db-instance-identifier production-vault-db-recovery-broken');
    expect(renamed).toBeGreaterThan(steps.indexOf("import 'module.vault.aws_db_instance.this'"));
    expect(steps.slice(renamed)).toMatch(/production\/recovery apply tfplan/);
    const copied = sectionOf(
      shop('compute: ecs\ndecisions: { recovery: backup-restore }\n', '24h'),
      'Restoring orders in production',
    );
    expect(copied).toContain(
      "apply -replace='module.orders_backups.aws_db_instance_automated_backups_replication.this'",
    );
  });

  it('make a table anew from a backup: what is restored cannot be restored to a moment', () => {
    const steps = sectionOf(shop('compute: ecs\n'), 'Restoring entries in production');
    expect(steps).toMatch(
      /create-backup [^\n]*-restored [\s\S]*delete-table[\s\S]*restore-table-from-backup/,
    );
    expect(steps.match(/restore-table-to-point-in-time/g)).toHaveLength(1);
    expect(steps).toMatch(/"Delete":\{"RegionName":"eu-central-1"\}[\s\S]*delete-table/);
  });

  it('bring back what was restored in the other region, and say what the restore needs', () => {
    const page = shop('compute: ecs\ndecisions: { recovery: backup-restore }\n', '24h', 'rpo: 24h');
    const lost = sectionOf(page, 'When eu-west-1 is lost');
    expect(lost).toMatch(
      /POINT=…[^\n]*production-entries-table\n[^\n]*targetTableName: "production-entries-table"/,
    );
    const back = sectionOf(page, 'Back to eu-west-1');
    const [follows, stops, alone] = [
      '"Create',
      '--desired-count 0',
      `--replica-updates '[{"Delete":{"RegionName":"eu-central-1"}}]'`,
    ].map((one) => back.indexOf(one.replace('"Create', '\\"Create')));
    expect(follows).toBeGreaterThan(-1);
    expect(stops).toBeGreaterThan(follows!);
    expect(alone).toBeGreaterThan(stops!);
  });

  it('make a cache anew with the password, the groups and the key of the old one', () => {
    const steps = sectionOf(payments, 'Restoring rates in production');
    expect(steps).toMatch(
      /create-replication-group [^\n]*--security-group-ids "\$GROUP" --kms-key-id "\$KEY" [^\n]*--auth-token "\$TOKEN"/,
    );
    expect(steps).toContain("import 'module.rates.aws_elasticache_replication_group.this'");
  });

  it('stop what would go on in a region that comes back, and start it before names lead there', () => {
    const lost = sectionOf(payments, 'When eu-central-1 is lost');
    expect(lost).toContain(
      '--context here --namespace ledger scale rollouts.argoproj.io/ledger --replicas=0',
    );
    const back = sectionOf(payments, 'Back to eu-central-1');
    expect(back.indexOf('--context here --namespace ledger scale')).toBeGreaterThan(
      back.indexOf('aws rds promote-read-replica'),
    );
    expect(back.indexOf('--context here --namespace ledger scale')).toBeLessThan(
      back.indexOf('rm terraform'),
    );
    expect(back).toMatch(/Commit that `active\.auto\.tfvars` is gone[\s\S]*gh workflow enable/);
  });

  it('say what they take for granted', () => {
    const before = sectionOf(payments, 'Before anything is restored');
    expect(before).toContain('`administrator_role_arns` of `terraform/environments/production/platform`');
    expect(before).toContain(
      'aws eks update-kubeconfig --region eu-central-1 --name production-payments-cluster',
    );
    expect(sectionOf(shop('compute: ecs\n'), 'Before anything is restored')).not.toContain('kubectl');
  });
});
