import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../../tests/support/design-example.ts';
import { withoutPlace } from './doubts.ts';

const head =
  'name: shop\naccount: "111122223333"\ndomain: shop.example\nowners: { shop: { email: a@shop.example } }\n';
const image = 'image: ghcr.io/acme/api';
const api = `services: { api: { ${image}, expose: www, needs: [db] } }\n`;
const notes = (text: string) => architectureOf(head + text).notes;

describe('what is told and not refused', () => {
  it.each<[what: string, blueprint: string, line: number, told: RegExp]>([
    [
      'data of production without backups',
      `${api}datastores:\n  db:\n    type: postgres\n    backups: none\n`,
      9,
      /db has no backups, in production neither.*nothing brings it back/,
    ],
    [
      'copies that leave the Union',
      `${api}datastores: { db: { type: postgres } }\ncompliance: [gdpr]\nenvironments: { production: { region: eu-west-1, recoveryRegion: us-east-1 } }\n`,
      8,
      /go to us-east-1, which GDPR takes for a transfer/,
    ],
    [
      'an objective above that of what is called',
      `services:\n  api: { ${image}, expose: www, needs: [b], slo: { availability: 99.95 } }\n  b: { ${image}, slo: { availability: 99 } }\n`,
      6,
      /api promises 99.95 % and calls b, which promises 99 %: raise/,
    ],
    [
      'an objective above the default of what is called',
      `services:\n  api: { ${image}, expose: www, needs: [b], slo: { availability: 99.95 } }\n  b: { ${image} }\n`,
      6,
      /which promises 99.9 % by default: raise/,
    ],
    [
      'functions that nothing keeps from taking all connections',
      'functions:\n  f: { on: { http: { host: f } }, needs: [db] }\ndatastores: { db: { type: postgres } }\n',
      6,
      /f run at once as the account allows \(1000 at first\).*takes about 450: set functions.f.concurrency/,
    ],
    [
      'a function that calls itself by its queue',
      'functions:\n  f: { on: { queue: q }, needs: [q] }\ndatastores: { q: { type: queue } }\n',
      6,
      /f is called by q and may write into it/,
    ],
    [
      'a third reader of a stream',
      `functions:\n${['a', 'b', 'c'].map((name) => `  ${name}: { on: { table: t } }\n`).join('')}datastores: { t: { type: table } }\n`,
      8,
      /c is the third that is called for changes of t/,
    ],
    [
      'runs that meet',
      `jobs:\n  j: { ${image}, schedule: "*/5 * * * *", timeout: 2h }\n`,
      6,
      /j begins every 5 minutes and may take 120/,
    ],
    [
      'environments that nobody depends on',
      `${api}datastores: { db: { type: redis } }\nenvironments: { one: {}, two: {} }\n`,
      7,
      /people depend on none of one, two/,
    ],
    [
      'a test that is larger than production',
      `${api}datastores: { db: { type: redis } }\nenvironments: { staging: { size: 3 }, production: {} }\n`,
      7,
      /staging is larger \(3\) than production \(1\)/,
    ],
    [
      'a private host that nobody reaches',
      `services: { api: { ${image}, expose: { host: www, public: false } } }\n`,
      5,
      /api is for peers and the VPN only, and production has neither/,
    ],
    ['a function that nothing calls', 'functions:\n  f: { memory: 256 }\n', 6, /nothing calls f/],
    [
      'a service that nobody can call',
      `services:\n  idle: { ${image} }\n`,
      6,
      /nobody can call idle, and it calls nothing/,
    ],
    [
      'a datastore that nothing uses',
      `services: { api: { ${image}, expose: www } }\ndatastores: { t: { type: topic } }\n`,
      6,
      /nothing uses the topic t/,
    ],
    [
      'a key without effect',
      `${api}datastores: { db: { type: bucket, size: large } }\n`,
      6,
      /a bucket has no use for size/,
    ],
    [
      'packaging without a cluster',
      `services: { api: { ${image}, expose: www } }\ndelivery:\n  packaging: helm\n`,
      7,
      /there is no cluster, and so are no manifests to package/,
    ],
    [
      'a recovery to a point in time beyond what RDS keeps',
      `${api}datastores: { db: { type: postgres, retention: 400 } }\n`,
      6,
      /last 35 days.*up to 400 days, is a copy a day/,
    ],
    [
      'snapshots of a cache beyond what ElastiCache keeps',
      `${api}datastores: { db: { type: redis, retention: 100 } }\n`,
      6,
      /ElastiCache keeps snapshots for 35 days at most/,
    ],
  ])('%s, at its line', (_, text, line, told) => {
    const found = notes(text).filter((note) => told.test(note));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^plinth\\.yaml:${line}: `));
    expect(withoutPlace(found[0]!)).not.toContain('plinth.yaml');
  });

  it('is nothing where nothing is doubtful', () => {
    const text = `services:
  api: { ${image}, expose: www, needs: [b, db, cache], slo: { availability: 99.9 } }
  b: { ${image}, needs: [sent], slo: { availability: 99.9 } }
  inside: { ${image}, expose: { host: in, public: false } }
jobs: { j: { ${image}, schedule: "*/30 * * * *", timeout: 10m } }
functions: { f: { on: { queue: sent }, needs: [db], concurrency: 20 } }
datastores:
  db: { type: postgres, size: large, retention: 35 }
  cache: { type: redis, backups: none }
  sent: { type: queue, fifo: true }
network: { vpn: { cidr: 172.20.0.0/16, gateway: 203.0.113.10 } }
environments: { staging: {}, production: { recoveryRegion: eu-central-1 } }
`;
    expect(notes(text).filter((note) => note.startsWith('plinth.yaml'))).toEqual([]);
  });
});
