import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../model/source-file.ts';
import { loadBlueprint } from './load-blueprint.ts';

function load(text: string, files: Record<string, string> = {}) {
  const { blueprint, problems } = loadBlueprint(new SourceFile('plinth.yaml', text), (path) =>
    files[path] === undefined ? undefined : new SourceFile(path, files[path]),
  );
  const said = problems.map(({ file, start, message }) => `${file?.lineAt(start ?? 0)}: ${message}`);
  return { blueprint, said };
}

const head = 'name: shop\naccount: "111122223333"\ndomain: shop.example\n';

describe('loadBlueprint', () => {
  it.each(['start-up', 'payments', 'events'])('takes the example %s', (name) => {
    const text = readFileSync(new URL(`../../examples/${name}/plinth.yaml`, import.meta.url), 'utf8');
    expect(load(text).said).toEqual([]);
  });

  it('has a sound default for everything but names, images and the account', () => {
    const { blueprint } = load(`${head}services:\n  web: { image: acme/web }\n`);
    const { source, ...rest } = blueprint!;
    expect(rest).toMatchObject({
      owner: 'platform',
      environments: [
        { name: 'production', region: 'eu-west-1', zones: 3, production: true, size: 1, approvals: 1 },
      ],
      services: [
        {
          name: 'web',
          port: 8080,
          scale: { min: 2, max: 6, cpu: 70 },
          resources: { cpuMilli: 250, memoryMi: 256 },
        },
      ],
    });
  });

  it.each([
    ['an unknown key', 'servces: {}\n', '4: unknown key "servces": did you mean "services"?'],
    ['a key of another place', 'packaging: helm\n', '4: unknown key "packaging": it stands within delivery'],
    [
      'a deep one',
      'services:\n  web: { image: a/b, prot: 80 }\n',
      '5: unknown key "prot" in services.web: did you mean "port"?',
    ],
    [
      'an impossible number',
      'services:\n  web: { image: a/b, port: 70000 }\n',
      '5: services.web.port must be at most 65535',
    ],
    [
      'a time zone in other words',
      'environments:\n  test: { schedule: mon-fri 07:00-19:00, timezone: berlin }\n',
      '5: environments.test.timezone must be the name of a time zone such as Europe/Berlin',
    ],
    [
      'a time zone that there is not',
      'environments:\n  test: { schedule: mon-fri 07:00-19:00, timezone: Europe/Atlantis }\n',
      '5: there is no time zone Europe/Atlantis: names are those of the IANA database, such as Europe/Berlin',
    ],
    [
      'an impossible text',
      'services:\n  web: { image: a/b, resources: { memory: 1GB } }\n',
      '5: services.web.resources.memory must be an amount of memory such as 256Mi or 2Gi',
    ],
    [
      'a need of nothing',
      'services:\n  web: { image: a/b, needs: [ordrs] }\ndatastores:\n  orders: { type: postgres }\n',
      '5: web needs "ordrs", which is not declared: did you mean "orders"?',
    ],
    [
      'a circle',
      'services:\n  a: { image: a/b, needs: [b] }\n  b: { image: a/b, needs: [a] }\n',
      '6: a → b → a: they need each other in a circle',
    ],
    [
      'a long name',
      `datastores:\n  ${'c'.repeat(40)}: { type: redis }\n`,
      `5: in production the cache would be called production-${'c'.repeat(40)}-cache, 57 characters, and AWS takes 40`,
    ],
    [
      'a job whose role has no room for its name',
      `jobs:\n  ${'j'.repeat(41)}: { image: a/b }\n`,
      `5: in production the role would be called production-${'j'.repeat(41)}-job-schedule, 65 characters, and AWS takes 64: shorten it by 1`,
    ],
    [
      'overlapping networks',
      'environments:\n  a: { cidr: 10.0.0.0/16 }\n  b: { cidr: 10.0.0.0/17 }\n',
      '6: 10.0.0.0/17 of the environment b overlaps 10.0.0.0/16 of the environment a',
    ],
    ['a range that is none', 'network: { cidr: 10.0.0.1/16 }\n', '4: 10.0.0.1/16 is no range of addresses'],
    [
      'a name that is none',
      'services:\n  Web_App: { image: a/b }\n',
      '5: "Web_App" cannot be a name: small letters, digits and single hyphens, beginning with a letter: write web-app',
    ],
    [
      'a trigger of the wrong kind',
      'functions:\n  f: { on: { queue: q } }\ndatastores:\n  q: { type: topic }\n',
      '5: "q" is a topic, and must be a queue',
    ],
    [
      'fewer at most than at least',
      'services:\n  web: { image: a/b, scale: { min: 3, max: 2 } }\n',
      '5: at most 2 replicas of web cannot be at least 3',
    ],
    [
      'one place twice',
      'services:\n  a: { image: a/b, expose: x }\n  b: { image: a/b, expose: x }\n',
      '6: x.shop.example/ leads to a already',
    ],
    [
      'a host of a function twice',
      'services:\n  a: { image: a/b, expose: x }\nfunctions:\n  b: { on: { http: { host: x, path: /b } } }\n',
      '7: x.shop.example leads to a already, and a function shares no host with others: give b one of its own',
    ],
    [
      'a host of TCP twice',
      'services:\n  a: { image: a/b, protocol: tcp, expose: x }\n  b: { image: a/b, expose: { host: x, path: /b } }\n',
      '6: x.shop.example leads to a already, and a service of TCP shares no host with others: give a one of its own',
    ],
    [
      'a host that is public and is not',
      'services:\n  a: { image: a/b, expose: x }\n  b: { image: a/b, expose: { host: x, path: /b, public: false } }\n',
      '6: x.shop.example leads to a, which is public, and a name leads to one load balancer: give b another host',
    ],
    [
      'a long name of a job, for its roles',
      `jobs:\n  ${'j'.repeat(45)}: { image: a/b, schedule: "0 3 * * *" }\n`,
      `5: in production the role would be called production-${'j'.repeat(45)}-job-schedule, 69 characters, and AWS takes 64`,
    ],
    [
      'a long name of a job, for its pods',
      `naming: { pattern: "\${env}\${service}\${resource}" }\nenvironments: { a: {} }\njobs:\n  ${'j'.repeat(53)}: { image: a/b }\n`,
      `7: in a the CronJob would be called ${'j'.repeat(53)}, 53 characters, and AWS takes 52`,
    ],
    [
      'a long name of a database, for its roles',
      `datastores:\n  ${'d'.repeat(41)}: { type: postgres }\n`,
      '5: in production the role would be called',
    ],
    [
      'a database that is larger than any',
      'datastores:\n  d: { type: mysql, storage: 60TB }\n',
      '5: a mysql of RDS holds 64 TB at most and needs a tenth to grow, and d begins with 61440 GB',
    ],
    [
      'a name twice',
      'services:\n  a: { image: a/b }\ndatastores:\n  a: { type: queue }\n',
      '7: a is also one of the services',
    ],
    [
      'an hour that there is not',
      'jobs:\n  j: { image: a/b, schedule: "0 25 * * *" }\n',
      '5: 25 is no hour of a schedule: numbers are from 0 to 23',
    ],
    [
      'a range that goes round the week',
      'jobs:\n  j: { image: a/b, schedule: "0 3 * * fri-mon" }\n',
      '5: fri-mon is no weekday of a schedule',
    ],
    [
      'a step of nothing',
      'jobs:\n  j: { image: a/b, schedule: "*/0 * * * *" }\n',
      '5: */0 is no minute of a schedule',
    ],
    [
      'a day that no month has',
      'functions:\n  f: { on: { schedule: "0 0 30 feb *" } }\n',
      '5: 0 0 30 feb * is never due',
    ],
    [
      'an image that is none',
      'services:\n  web: { image: "Our Web:1" }\n',
      '5: services.web.image must be an image such as ghcr.io/acme/api',
    ],
    [
      'a path that is none',
      'services:\n  web: { image: a/b, health: healthz }\n',
      '5: services.web.health must be a path such as /healthz',
    ],
    [
      'a variable that is none',
      'services:\n  web: { image: a/b, env: { LOG LEVEL: info } }\n',
      '5: "LOG LEVEL" must be the name of an environment variable, such as LOG_LEVEL',
    ],
    [
      'a version that there is not',
      'datastores:\n  d: { type: postgres, version: "99" }\n',
      '5: AWS has no postgres 99: write a version such as 17',
    ],
    [
      'a region that there is not',
      'region: eu-mars-1\n',
      '4: region must be an AWS region such as eu-west-1',
    ],
    [
      'a mail address that is none',
      'owners:\n  platform: { email: ops }\n',
      '5: owners.platform.email must be a mail address',
    ],
    [
      'addresses outside that are none',
      'services:\n  web: { image: a/b, egress: [{ host: x.example, cidrs: [10.0.0.1/8] }] }\n',
      '5: 10.0.0.1/8 is no range of addresses',
    ],
    ['a team that is no name', 'owners:\n  Team A: {}\n', '5: "Team A" cannot be a name'],
  ])('tells %s', (_, text, message) => {
    const { blueprint, said } = load(head + text);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
    expect(blueprint).toBeUndefined();
  });

  it('asks for an account', () => {
    expect(load('name: shop\n').said).toEqual([
      '1: environments.production.account is missing: the 12 digits of the AWS account, in quotes, here or as account for all',
    ]);
  });

  it('imports a workload of Score as a service, with what it needs', () => {
    const score = `apiVersion: score.dev/v1b1
metadata: { name: hello }
containers:
  main:
    image: acme/hello
    variables: { DATABASE: "postgres://\${resources.db.host}/x" }
    resources: { requests: { cpu: 100m } }
service: { ports: { www: { port: 80, targetPort: 3000 } } }
resources: { db: { type: postgres } }
`;
    const { blueprint, said } = load(`${head}imports: [score.yaml]\n`, { 'score.yaml': score });
    expect(said).toEqual([]);
    expect(blueprint!.services).toMatchObject([
      {
        name: 'hello',
        port: 3000,
        needs: ['db'],
        env: { DATABASE: 'postgres://$(DB_HOST)/x' },
        resources: { cpuMilli: 100 },
      },
    ]);
    expect(blueprint!.datastores).toMatchObject([{ name: 'db', type: 'postgres' }]);
    const routed = score
      .replace(
        '}/x"',
        '}/${resources.db.name}", DB_HOST: "${resources.db.host}", SELF: "https://${resources.web.host}"',
      )
      .replace(
        '{ type: postgres }',
        '{ type: postgres }, web: { type: dns }, in: { type: route, params: { host: "${resources.web.host}", path: /hi } }, what: { type: volume }',
      );
    expect(load(`${head}imports: [score.yaml]\n`, { 'score.yaml': routed }).said).toEqual([
      '4: what of score.yaml is a volume, which nothing here provides: declare what stands for it',
    ]);
    expect(
      load(`${head}imports: [score.yaml]\n`, { 'score.yaml': routed.replace(', what: { type: volume }', '') })
        .blueprint!.services,
    ).toMatchObject([
      {
        needs: ['db'],
        env: { DATABASE: 'postgres://$(DB_HOST)/$(DB_DATABASE)', SELF: 'https://hello.shop.example' },
        expose: { host: 'hello.shop.example', path: '/hi' },
      },
    ]);
    const two = { 'a.yaml': score, 'b.yaml': score.replace('name: hello', 'name: world') };
    expect(load(`${head}imports: [a.yaml, b.yaml]\n`, two).said).toEqual([
      '4: b.yaml and a.yaml both call a resource db, and would share it: declare it under datastores where that is meant, or rename one',
    ]);
    expect(load(`${head}imports: [other.yaml]\n`).said).toEqual([
      '4: there is no file other.yaml beside the blueprint',
    ]);
  });
});
