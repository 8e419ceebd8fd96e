import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadBlueprint } from '../blueprint/load-blueprint.ts';
import { SourceFile } from '../model/source-file.ts';
import { architect } from './architect.ts';

function designed(text: string) {
  const { blueprint, problems } = loadBlueprint(new SourceFile('plinth.yaml', text));
  expect(problems.map(({ message }) => message)).toEqual([]);
  const { architecture, problems: wrong } = architect(blueprint!);
  return {
    architecture,
    said: wrong.map(({ file, start, message }) => `${file!.lineAt(start!)}: ${message}`),
  };
}

function example(name: string) {
  return designed(readFileSync(new URL(`../../examples/${name}/plinth.yaml`, import.meta.url), 'utf8'))
    .architecture!;
}

const head = 'name: shop\naccount: "111122223333"\ndomain: shop.example\n';

describe('architect', () => {
  it('decides for the examples what an engineer would', () => {
    expect(example('start-up').platform).toMatchObject({
      compute: 'ecs',
      mesh: 'none',
      edge: 'waf',
      recovery: 'backup-restore',
    });
    expect(example('payments').platform).toMatchObject({
      compute: 'eks',
      recovery: 'pilot-light',
      edge: 'cloudfront',
      accounts: 'per-environment',
    });
    expect(example('events').platform).toMatchObject({ compute: 'ecs', functions: true });
  });

  it('lets only flow what the blueprint implies', () => {
    const { flows } = example('payments').environments.at(-1)!;
    const told = flows.map(
      ({ from, to, port }) =>
        `${'name' in from ? from.name : from.kind} ${'name' in to ? to.name : to.kind} ${port}`,
    );
    expect(told).toContain('gateway ledger 8080');
    expect(told).toContain('ledger entries 5432');
    expect(told).not.toContain('gateway entries 5432');
  });

  it('tells workloads where to find what they need', () => {
    const { services, functions } = example('start-up').environments[1]!;
    expect(services[1]).toMatchObject({
      variables: { UPLOADS_BUCKET: 'shop-production-uploads-bucket-111122223333' },
      secrets: [
        { remoteName: 'production/shop/api', properties: { PAYMENT_API_KEY: 'PAYMENT_API_KEY' } },
        { remoteName: 'production/shop/orders/connection', properties: { host: 'ORDERS_HOST' } },
        { remoteName: 'production/shop/sessions/connection' },
      ],
    });
    expect(functions).toEqual([]);
    expect(example('events').environments[1]!.functions[1]).toMatchObject({
      needs: [
        { name: 'vans', access: 'read-write' },
        { name: 'moved', access: 'publish' },
        { name: 'positions', access: 'consume' },
      ],
    });
  });

  it('asks nothing of what is off', () => {
    const { environments, notes } = example('payments');
    const [development, staging] = environments;
    const poolsOf = (one: typeof development) =>
      one!.cluster!.nodePools.map(({ name, min }) => [name, min > 0] as const);
    expect(Object.fromEntries(poolsOf(development))).toEqual({ system: true, general: false, spot: false });
    expect(Object.fromEntries(poolsOf(staging))).toMatchObject({ system: true, general: true });
    expect(development!.jobs[0]!.schedule).toBeUndefined();
    expect(staging!.jobs[0]!.schedule).toBe('30 2 * * *');
    expect(notes.join('\n')).toContain('settlement is due when development is off (30 2 * * * UTC)');
  });

  it('keeps what cannot be stopped', () => {
    const { architecture } = designed(
      `${head}compute: eks\nservices:\n  web: { image: a/b, needs: [db] }\ndatastores:\n  db: { type: postgres, hosting: self-hosted }\nenvironments:\n  test: { schedule: mon-fri 07:00-19:00 }\n  production: { account: "222233334444" }\n`,
    );
    const [test] = architecture!.environments;
    expect(test!.cluster!.nodePools.find(({ name }) => name === 'general')!.min).toBeGreaterThan(0);
  });

  it('leads a domain to one of several productions, and tells where the others are', () => {
    const { architecture } = designed(
      `${head}services:\n  web: { image: a/b, expose: www }\nenvironments:\n  europe: { production: true, recoveryRegion: eu-central-1 }\n  production: { region: us-east-1 }\n  test: {}\n`,
    );
    const [test, europe, production] = architecture!.environments;
    expect([test, europe, production, europe!.standby].map((one) => one!.dns.zone)).toEqual([
      'test.shop.example',
      'europe.shop.example',
      'shop.example',
      'europe.shop.example',
    ]);
    expect(europe!.services[0]!.expose!.host).toBe('www.europe.shop.example');
    expect(europe!.standby!.services[0]!.expose!.host).toBe('www.europe.shop.example');
    expect(production!.services[0]!.expose!.host).toBe('www.shop.example');
    expect(architecture!.notes.join()).toContain(
      'shop.example leads to production, as a domain leads to one place only: hosts of europe are below europe.shop.example.',
    );
  });

  it('lets databases grow by as much as RDS asks for, and no further than it goes', () => {
    const { architecture } = designed(
      `${head}services:\n  web: { image: a/b, needs: [still, fast] }\ndatastores:\n  still: { type: mysql, storage: 1TB, growth: 0% }\n  fast: { type: postgres, storage: 5TB, growth: 20% }\n`,
    );
    const [still, fast] = architecture!.environments[0]!.datastores;
    expect(still).toMatchObject({ maxStorageGb: 1332 });
    expect(fast).toMatchObject({ maxStorageGb: 65_536 });
  });

  it('is frozen all the way down', () => {
    const { environments } = example('events');
    expect(Object.isFrozen(environments[0]!.network.zones[0])).toBe(true);
  });

  it('takes a long name where nothing is called by it, and no more zones than there are', () => {
    const long = 'services:\n  a-service-with-a-longish-name: { image: a/b }\n';
    expect(designed(`${head}compute: eks\n${long}`).said).toEqual([]);
    const { architecture } = designed(`${head}region: us-west-1\n${long}`);
    expect(architecture!.environments[0]!.zones).toHaveLength(2);
  });

  it('tells keys that say nothing of what they stand at', () => {
    const { architecture } = designed(
      `${head}datastores: { jobs: { type: queue, storage: 20GB, size: large }, a: { type: bucket, storage: 1TB } }\n`,
    );
    const told = architecture!.notes.filter((note) => /size|storage/.test(note));
    expect(told.map((note) => note.replace(/^\S+ /, ''))).toEqual([
      'a queue has no use for size: leave it out of jobs',
      'a queue has no use for storage: leave it out of jobs',
    ]);
  });

  it('tells of networks that hide a part of the internet', () => {
    const inside = (cidr: string) =>
      designed(`${head}environments: { production: { cidr: ${cidr} } }\n`).architecture!.notes.join('\n');
    expect(inside('8.8.0.0/16')).toContain('8.8.0.0/16 of production is a part of the internet');
    expect(inside('172.31.0.0/16')).not.toContain('part of the internet');
  });

  it('lets a database grow to what RDS holds, and no further', () => {
    const { architecture } = designed(`${head}datastores: { db: { type: postgres, storage: 40TB } }\n`);
    expect(architecture!.environments[0]!.datastores[0]).toMatchObject({ maxStorageGb: 65_536 });
  });

  it.each([
    [
      'a strategy that ECS does not have',
      'compute: ecs\nservices:\n  web: { image: a/b, strategy: canary }\n',
      '6: on ECS services are rolled, and web asks for canary: take compute eks',
    ],
    [
      'a variable that only Kubernetes puts together',
      'services:\n  web: { image: a/b, needs: [db], env: { URL: "x://$(DB_HOST)" } }\ndatastores: { db: { type: postgres } }\n',
      '5: only in a cluster is $(DB_HOST) put into URL: let web read DB_HOST itself, or take compute eks',
    ],
    [
      'a task that Fargate does not have',
      'jobs:\n  train: { image: a/b, resources: { cpu: "8", memory: 200Gi } }\n',
      '5: train asks for 8 processors and 204800 MiB, and a task on Fargate has at most 16 and 122880',
    ],
    [
      'a schedule that EventBridge does not have',
      'jobs:\n  report: { image: a/b, schedule: "0 3 1 * mon" }\n',
      '5: EventBridge, which starts it, takes days of the month or weekdays, and 0 3 1 * mon names both',
    ],
    [
      'an RPO of a cache that a lost region takes with it',
      'datastores:\n  carts: { type: redis, rpo: 24h }\nenvironments:\n  production: { account: "111122223333", recoveryRegion: eu-central-1 }\n',
      '5: nothing of a cache is kept in eu-central-1, where carts begins empty, and it may lose 1d',
    ],
    [
      'an RPO that backups cannot hold',
      'datastores:\n  db: { type: postgres, rpo: 1m, backups: daily }\n',
      '5: daily backups lose up to a day, and db may lose 1m',
    ],
    [
      'an objective that one zone cannot hold',
      'services:\n  web: { image: a/b, slo: { availability: 99.99 } }\nenvironments:\n  production: { zones: 1 }\n',
      '5: 99.99 % allows 4.3 minutes a month, and one zone of one region can be relied on for 99.5 %',
    ],
    [
      'a budget that cannot hold',
      'services:\n  web: { image: a/b }\nbudget: { monthly: 20 }\n',
      '6: what is asked for costs about',
    ],
    [
      'rules where none can stand',
      'compute: eks\nservices:\n  web: { image: a/b, expose: www }\ndecisions: { ingress: nginx, edge: waf }\n',
      '7: nginx is behind a network load balancer, and AWS lets no web ACL stand there',
    ],
    [
      'connections that are no requests on ECS',
      'compute: ecs\nservices:\n  chat: { image: a/b, protocol: tcp, expose: chat }\n',
      '6: what takes requests before services on ECS understands HTTP and gRPC only, and chat speaks tcp',
    ],
    [
      'a mesh without a cluster',
      'services:\n  web: { image: a/b }\nmesh: istio\ncompute: ecs\n',
      '6: istio runs in Kubernetes, and compute is ecs',
    ],
    [
      'recovery without a place',
      'services:\n  web: { image: a/b }\ndecisions: { recovery: warm-standby }\n',
      '6: warm-standby needs somewhere to stand',
    ],
    [
      'one replica for a high objective',
      'services:\n  web: { image: a/b, scale: 1, slo: { availability: 99.9 } }\n',
      '5: web has one replica',
    ],
    [
      'a shared account where auditors look',
      'compliance: [soc2]\nenvironments:\n  test: {}\n  production: {}\n',
      '7: production shares the account',
    ],
    [
      'more zones than there are',
      'region: us-west-1\nservices:\n  web: { image: a/b }\nenvironments:\n  production: { zones: 3 }\n',
      'us-west-1 has 2 zones',
    ],
    [
      'one zone for what is exposed',
      'services:\n  web: { image: a/b, expose: web }\nenvironments:\n  test: { zones: 1 }\n',
      'test has one zone, and a load balancer, which web is behind, takes subnets in two at least',
    ],
    [
      'one zone for a database',
      'datastores:\n  db: { type: mysql }\nenvironments:\n  test: { zones: 1 }\n',
      '7: test has one zone, and RDS, which db is on, takes subnets in two at least: set zones to 2',
    ],
    [
      'one zone for a cluster',
      'compute: eks\nservices:\n  web: { image: a/b }\nenvironments:\n  test: { zones: 1 }\n',
      '8: test has one zone, and EKS takes subnets in two at least',
    ],
    [
      'a team that is called as what belongs to the cluster',
      'compute: eks\nowner: monitoring\nservices:\n  web: { image: a/b }\n',
      '5: a team cannot be called monitoring: its workloads would be in a namespace of that name',
    ],
  ])('tells %s', (_, text, message) => {
    const { architecture, said } = designed(head + text);
    expect(architecture).toBeUndefined();
    expect(said.join('\n')).toContain(message);
  });
});
