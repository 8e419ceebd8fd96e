import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { object, relationsOf, service, workload } from '../../../tests/support/relations-of.ts';

describe('settings that name a Service', () => {
  const calls = async (env: string, ...services: string[]) =>
    relationsOf({ 'a.yaml': workload('api', `, env: [${env}]`) + services.join('') }, /^calls$/);

  it('do so behind a scheme, before a port, by a name that only a Service has, or alone', async () => {
    const services = [service('redis'), service('mail', 'other')];
    for (const [env, called] of [
      ['{ name: CACHE, value: "redis:6379" }', 'shop/redis'],
      ['{ name: CACHE, value: "redis://:secret@redis/0" }', 'shop/redis'],
      ['{ name: REDIS_HOST, value: redis }', 'shop/redis'],
      ['{ name: PEERS, value: "redis-0.redis:6379,redis-1.redis:6379" }', 'shop/redis'],
      ['{ name: X, value: "http://mail.other/send" }', 'other/mail'],
      ['{ name: X, value: mail.other.svc.cluster.local }', 'other/mail'],
    ] as const)
      expect(await calls(env, ...services), env).toEqual([`Deployment/shop/api calls Service/${called}`]);
  });

  it('do not by chance', async () => {
    const services = [service('redis'), service('smtp', 'mail'), service('api')];
    for (const env of [
      '{ name: STORE, value: redis }',
      '{ name: IMAGE, value: "redis:7.4" }',
      '{ name: IMAGE, value: "redis:16" }',
      '{ name: SMTP_HOST, value: smtp.mail.example.com }',
      '{ name: MAIL_HOST, value: mail }',
      // itself
      '{ name: SELF, value: "http://api" }',
    ])
      expect(await calls(env, ...services), env).toEqual([]);
  });

  it('may stand in ConfigMaps, Secrets and arguments', async () => {
    const relations = await relationsOf({
      'a.yaml': `${workload('api', ', args: ["--upstream=http://redis.shop.svc:6379"]')}${service('redis')}
${object('v1', 'ConfigMap', 'settings', 'data: { app.yaml: "cache: redis:6379" }')}${object('v1', 'Secret', 'login', 'stringData: { url: "redis://redis:6379" }')}`,
    });
    expect(relations).toEqual([
      'ConfigMap/shop/settings calls Service/shop/redis',
      'Deployment/shop/api calls Service/shop/redis',
      'Secret/shop/login calls Service/shop/redis',
    ]);
  });
});
describe('settings that name a cloud resource', () => {
  const database = (environment: string) => `resource "aws_db_instance" "orders" {
  identifier = "${environment}-shop-orders"
  engine     = "postgres"
}
`;

  it('lead there from a variable of a container', async () => {
    const relations = await relationsOf({
      'a.yaml': workload(
        'api',
        ', env: [{ name: DB, value: "prod-shop-orders.abc.eu-west-1.rds.amazonaws.com" }]',
      ),
      'main.tf': database('prod'),
    });
    expect(relations).toEqual(['Deployment/shop/api configured-by aws_db_instance.orders']);
  });

  it('lead there from a Secret, whose data is in Base64', async () => {
    const url = Buffer.from('postgres://app:pw@prod-shop-orders.abc.rds.amazonaws.com/shop').toString(
      'base64',
    );
    const relations = await relationsOf({
      'a.yaml': object('v1', 'Secret', 'login', `data: { url: ${url} }`),
      'main.tf': database('prod'),
    });
    expect(relations).toEqual(['Secret/shop/login configured-by aws_db_instance.orders']);
  });

  it('lead into another environment where only that has the name', async () => {
    const files = (name: string) => ({
      'k8s/prod/a.yaml': workload('api', `, env: [{ name: DB, value: "${name}.abc.rds.amazonaws.com" }]`),
      'tf/prod/main.tf': database('prod'),
      'tf/staging/main.tf': database('staging'),
    });
    const unitsOf = async (name: string) => {
      const { graph } = await readFiles(files(name));
      return graph.relations.filter(({ kind }) => kind === 'configured-by').map(({ to }) => to.unit.id);
    };
    expect(await unitsOf('prod-shop-orders')).toEqual(['terraform:tf/prod']);
    expect(await unitsOf('staging-shop-orders')).toEqual(['terraform:tf/staging']);
  });
});
