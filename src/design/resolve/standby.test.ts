import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../../tests/support/design-example.ts';

const blueprint = (recovery: string, compute = 'eks') => `name: shop
owner: web
owners:
  web: { email: w@shop.example, github: acme/web }
domain: shop.example
region: eu-west-1
services:
  front: { image: ghcr.io/acme/front, expose: www, needs: [orders, carts, work, files], secrets: [KEY], scale: { min: 6, max: 20 } }
datastores:
  orders: { type: postgres, rpo: 24h, rto: 24h }
  carts: { type: redis }
  work: { type: queue }
  files: { type: bucket, rpo: 24h, rto: 24h }
environments:
  staging: { account: "111122223333" }
  production: { account: "222233334444", recoveryRegion: eu-central-1, approvals: 2 }
delivery: { repository: acme/platform }
compute: ${compute}
decisions: { recovery: ${recovery} }
`;

const standbyOf = (recovery: string, compute?: string) => {
  const [staging, production] = architectureOf(blueprint(recovery, compute)).environments;
  expect(staging!.standby).toBeUndefined();
  return { main: production!, standby: production!.standby! };
};

describe('an environment as it comes up in its recovery region', () => {
  it('has names of its own, the tags of what it stands for, and addresses that overlap nothing', () => {
    const { main, standby } = standbyOf('pilot-light');
    expect(standby).toMatchObject({ name: 'production-dr', region: 'eu-central-1', standsFor: 'production' });
    expect(standby.cluster!.name).toBe('production-dr-shop-cluster');
    expect(standby.tags).toEqual(main.tags);
    expect(standby.network.cidr).toBe(main.recovery!.network.cidr);
    expect(standby.network.cidr).not.toBe(main.network.cidr);
  });

  it('finds what is kept for it, and what begins anew', () => {
    const { main, standby } = standbyOf('pilot-light');
    const [front] = standby.services;
    const replica = main.datastores.find(({ name }) => name === 'files')!;
    expect(front!.variables).toMatchObject({
      FILES_BUCKET: 'replicaName' in replica ? replica.replicaName : '',
      WORK_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/222233334444/production-dr-work-queue',
    });
    expect(front!.secrets.map(({ remoteName, addressName }) => [remoteName, addressName])).toEqual([
      ['production/shop/front', undefined],
      ['production/shop/orders/connection', 'production-dr/shop/orders/address'],
      ['production-dr/shop/carts/connection', undefined],
    ]);
  });

  it('waits without nodes for workloads, or runs a third of them', () => {
    const nodes = (recovery: string) =>
      standbyOf(recovery).standby.cluster!.nodePools.map(({ name, desired }) => [name, desired]);
    expect(nodes('pilot-light')).toEqual([
      ['system', 3],
      ['general', 0],
      ['spot', 0],
    ]);
    expect(Object.fromEntries(nodes('warm-standby'))['general']).toBeGreaterThan(0);
    const scale = (recovery: string) => standbyOf(recovery).standby.services[0]!.scale;
    expect(scale('pilot-light')).toMatchObject({ min: 6, max: 20 });
    expect(scale('warm-standby')).toMatchObject({ min: 2, max: 20 });
  });

  it('costs what stands, and nothing where nothing does', () => {
    const cost = (recovery: string, compute?: string) =>
      standbyOf(recovery, compute)
        .main.costs.filter(({ group }) => group === 'recovery')
        .map(({ part }) => part);
    expect(cost('backup-restore')).toEqual([]);
    expect(cost('pilot-light')).toContain('cluster in eu-central-1');
    expect(cost('pilot-light').join()).not.toContain('general');
    expect(cost('warm-standby').join()).toContain('nodes general in eu-central-1');
    expect(cost('pilot-light', 'ecs').join()).not.toContain('tasks');
    expect(cost('warm-standby', 'ecs').join()).toContain('tasks front in eu-central-1');
  });

  it('is applied by pipelines unless all of it is made only when it is needed', () => {
    const held = (recovery: string) =>
      standbyOf(recovery).main.states.flatMap(({ name, onLoss }) => (onLoss ? [name] : []));
    expect(held('pilot-light')).toEqual([]);
    expect(held('backup-restore')).toEqual(['standby']);
  });
});
