import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../../tests/support/design-example.ts';

const head = 'name: shop\naccount: "111122223333"\ndomain: shop.example\n';
const image = 'image: ghcr.io/acme/api';
const api = `services: { api: { ${image}, expose: www, needs: [db] } }\n`;
const telling = (text: string) => {
  try {
    architectureOf(head + text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const without = (more: string, top = '') =>
  `${api}datastores: { db: { type: postgres, backups: none${more} } }\n${top}`;

describe('what contradicts itself is refused', () => {
  it.each<[what: string, blueprint: string, told: RegExp]>([
    [
      'no backups of what is restricted',
      without(', sensitivity: restricted'),
      /and it holds what is restricted/,
    ],
    ['no backups under HIPAA', without('', 'compliance: [hipaa]\n'), /HIPAA asks for a backup/],
    [
      'no backups under SOC 2',
      without(', sensitivity: internal', 'compliance: [soc2]\n'),
      /SOC 2 asks for backups/,
    ],
    [
      'no backups of personal data',
      without('', 'compliance: [gdpr]\n'),
      /GDPR asks that personal data can be restored/,
    ],
    ['no backups and an RPO', without(', rpo: 1h'), /db may lose 1h and has no backups/],
    ['no backups that are kept', without(', retention: 30'), /backups are to be kept for 30 days/],
    [
      'no backups of what is recovered elsewhere',
      without('', 'environments: { production: { recoveryRegion: eu-central-1 } }\n'),
      /its copy in eu-central-1 is made from backups/,
    ],
    [
      'two functions on a queue',
      'functions: { f: { on: { queue: q } }, g: { on: { queue: q } } }\ndatastores: { q: { type: queue } }\n',
      /f takes from q already, and each message goes to one of them/,
    ],
    [
      'two functions on a bucket',
      'functions: { f: { on: { bucket: b } }, g: { on: { bucket: b } } }\ndatastores: { b: { type: bucket } }\n',
      /f is called for new objects of b already, and S3 takes one/,
    ],
    [
      'a function on a topic that keeps the order',
      'functions: { f: { on: { topic: t } } }\ndatastores: { t: { type: topic, fifo: true } }\n',
      /t keeps the order, and such a topic calls no function/,
    ],
    [
      'a queue that keeps the order behind a topic that does not',
      'functions: { f: { on: { queue: q } } }\ndatastores: { t: { type: topic, subscribers: [q] }, q: { type: queue, fifo: true } }\n',
      /q keeps the order and t does not/,
    ],
    [
      'a variable that is a secret too',
      `services: { api: { ${image}, expose: www, env: { KEY: a }, secrets: [KEY] } }\n`,
      /KEY is among the secrets of api too/,
    ],
    [
      'a secret twice',
      `services: { api: { ${image}, expose: www, secrets: [KEY, KEY] } }\n`,
      /KEY is there twice/,
    ],
    [
      'a variable that a datastore gives',
      `services: { api: { ${image}, expose: www, env: { DB_HOST: a }, needs: [db] } }\ndatastores: { db: { type: mysql } }\n`,
      /DB_HOST is set from the connection of db, which api needs/,
    ],
    [
      'a secret that a datastore gives',
      `services: { api: { ${image}, expose: www, secrets: [DB_PASSWORD], needs: [db] } }\ndatastores: { db: { type: redis } }\n`,
      /DB_PASSWORD is set from the connection of db/,
    ],
    [
      'two that were the same',
      `services: { a: { ${image}, formerly: x }, b: { ${image}, formerly: x } }\n`,
      /x became a already/,
    ],
    [
      'bare connections before tasks',
      `compute: ecs\nservices: { api: { ${image}, protocol: tcp, expose: www } }\n`,
      /understands HTTP and gRPC only, and api speaks tcp/,
    ],
    [
      'a function of an image that AWS does not take',
      `functions: { f: { ${image}, on: { http: { host: f } } } }\n`,
      /takes images from ECR only, and ghcr.io\/acme\/api is elsewhere/,
    ],
    [
      'a function of an image in another region',
      'functions: { f: { image: 111122223333.dkr.ecr.us-east-1.amazonaws.com/f, on: { http: { host: f } } } }\n',
      /f is in us-east-1, and production in eu-west-1/,
    ],
    [
      'a service as a function that keeps something',
      `compute: lambda\nservices: { api: { ${image}, expose: www, stateless: false } }\n`,
      /api keeps something between requests/,
    ],
    [
      'a job as a function that is too large',
      `compute: lambda\njobs: { j: { ${image}, timeout: 5m, resources: { memory: 20Gi } } }\n`,
      /j asks for 20480 MiB, and a function has at most 10240/,
    ],
    [
      'more functions than connections',
      'functions: { f: { on: { http: { host: f } }, needs: [db], concurrency: 500 } }\ndatastores: { db: { type: postgres } }\n',
      /f may run 500 at once.*db \(small\) takes about 450 in production/,
    ],
  ])('%s', (_, text, told) => {
    expect(telling(text)).toMatch(told);
  });

  it('but no variable of a function, which is given the name of a secret instead', () => {
    const called = 'functions: { f: { on: { http: { host: f } }, needs: [db], env: { DB_HOST: a } } }\n';
    expect(telling(`${called}datastores: { db: { type: mysql } }\n`)).not.toMatch(/DB_HOST/);
  });

  it.each<[what: string, blueprint: string]>([
    [
      'a cache without backups, under SOC 2',
      `${api}datastores: { db: { type: redis, backups: none } }\ncompliance: [soc2]\n`,
    ],
    [
      'no backups where nobody depends on it',
      `${without(', sensitivity: restricted')}environments: { test: {} }\n`,
    ],
    [
      'two functions on a table',
      'functions: { f: { on: { table: t } }, g: { on: { table: t } } }\ndatastores: { t: { type: table } }\n',
    ],
    [
      'bare connections in a cluster',
      `compute: eks\nservices: { api: { ${image}, protocol: tcp, expose: www } }\n`,
    ],
    [
      'a function of an image of its region',
      'functions: { f: { image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/f, on: { http: { host: f } } } }\n',
    ],
    [
      'fewer functions than connections',
      'functions: { f: { on: { http: { host: f } }, needs: [db], concurrency: 400 } }\ndatastores: { db: { type: postgres } }\n',
    ],
  ])('and not %s', (_, text) => {
    expect(telling(text)).toBe('');
  });
});
