import { describe, expect, it } from 'vitest';
import { cloud, files, impactOf, shop } from '../../tests/support/impact-of.ts';
import type { Change } from './effect.ts';

const lineOf = (text: string) => shop.split('\n').findIndex((line) => line.includes(text)) + 1;
describe('data', () => {
  const database = (rest: string) => ({
    'main.tf': `resource "aws_db_instance" "it" {\n  engine = "postgres"\n${rest}}\n`,
  });
  const outcomeOf = async (some: Record<string, string>, address: string, change: Change = 'destroy') => {
    const { data } = await impactOf(some, address, change);
    return data.map(({ resource, outcome }) => `${resource.address} ${outcome}`).join();
  };

  it.each([
    ['', 'restorable'],
    ['  skip_final_snapshot = true\n', 'lost'],
    ['  skip_final_snapshot = true\n  deletion_protection = true\n', 'refused'],
    ['  skip_final_snapshot = true\n  lifecycle {\n    prevent_destroy = true\n  }\n', 'refused'],
    ['  skip_final_snapshot = var.skip\n', 'unknown'],
  ])('of a database with %j is %s', async (rest, outcome) => {
    const more = rest.includes('var.') ? { 'variables.tf': 'variable "skip" {\n  type = bool\n}\n' } : {};
    expect(await outcomeOf({ ...database(rest), ...more }, 'aws_db_instance.it')).toBe(
      `aws_db_instance.it ${outcome}`,
    );
  });

  it('is out of reach while a database is, and untouched by a modification', async () => {
    expect(await outcomeOf(database(''), 'aws_db_instance.it', 'unavailable')).toBe(
      'aws_db_instance.it unreachable',
    );
    expect(await outcomeOf(database(''), 'aws_db_instance.it', 'modify')).toBe('');
  });

  it('is as safe as its key: a snapshot is encrypted with it too', async () => {
    const { data } = await impactOf({ 'main.tf': cloud }, 'aws_kms_key.db', 'destroy');
    const orders = data.find(({ resource }) => resource.type === 'aws_db_instance')!;
    expect(orders.guards.map(({ what }) => what)).toEqual(['the deletion can be called off for 30 days']);
  });

  it('of a StatefulSet outlives it, and goes with its namespace where the class does not retain it', async () => {
    expect(await outcomeOf(files, 'StatefulSet/shop/web')).toBe('StatefulSet/shop/web kept');
    expect(await outcomeOf(files, 'Namespace/shop')).toBe('StatefulSet/shop/web lost');
    const retained = shop.replace(
      'provisioner: ebs.csi.aws.com',
      'provisioner: ebs.csi.aws.com\nreclaimPolicy: Retain',
    );
    expect(await outcomeOf({ 'shop.yaml': retained }, 'Namespace/shop')).toBe('StatefulSet/shop/web kept');
  });
});
describe('what contains it', () => {
  const words = async (some: Record<string, string>, address: string) => {
    const { held, missing } = await impactOf(some, address);
    return { held: held.map(({ what }) => what), missing: missing.map(({ what }) => what) };
  };

  it('is what is written, and what is not is missing, each at its place', async () => {
    expect(await words(files, 'Deployment/shop/api')).toEqual({
      held: ['2 pods', 'disruption budget api'],
      missing: ['pods that are spread over zones'],
    });
    const { held } = await impactOf(files, 'Deployment/shop/api');
    expect(held[0]!.at.file.lineAt(held[0]!.at.start)).toBe(lineOf('replicas: 2'));
  });

  it('is a standby and backups for a database', async () => {
    const sound = {
      'main.tf': 'resource "aws_db_instance" "it" {\n  multi_az = true\n  backup_retention_period = 7\n}\n',
    };
    expect(await words(sound, 'aws_db_instance.it')).toEqual({
      held: ['a standby in a second zone (multi_az)', 'automated backups of 7 days'],
      missing: [],
    });
    expect((await words({ 'main.tf': cloud }, 'aws_db_instance.orders')).missing).toEqual([
      'multi_az = true',
      'automated backups',
    ]);
  });
});
