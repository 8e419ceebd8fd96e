import { describe, expect, it } from 'vitest';
import { SourceFile } from '../model/source-file.ts';
import { loadBlueprint } from './load-blueprint.ts';

const head = 'name: shop\naccount: "111122223333"\ndomain: shop.example\n';

function said(text: string): string[] {
  const { problems } = loadBlueprint(new SourceFile('plinth.yaml', head + text));
  return problems.map(({ file, start, message }) => `${file?.lineAt(start ?? 0)}: ${message}`);
}

describe('a blueprint that is wrong', () => {
  it.each([
    [
      'a key of a Compose file',
      'services:\n  web: { image: a/b, depends_on: [] }\n',
      '5: unknown key "depends_on" in services.web: did you mean "needs"?',
    ],
    [
      'a key of a manifest',
      'services:\n  web: { image: a/b, replicas: 2 }\n',
      '5: unknown key "replicas" in services.web: did you mean "scale"?',
    ],
    [
      'a text for a map',
      'datastores:\n  orders: postgres\n',
      '5: datastores.orders must be a map such as { type: postgres }',
    ],
    [
      'a list for a map',
      'environments: [staging]\n',
      '4: environments must be a map: write names with a colon behind them',
    ],
    [
      'nothing',
      'services:\n  web:\n',
      '5: services.web has nothing below it: it must be a map such as { image: ghcr.io/acme/api }, or leave the key out',
    ],
    [
      'a text for a list',
      'services:\n  web: { image: a/b, needs: orders }\n',
      '5: services.web.needs must be a list: put it in square brackets',
    ],
    [
      'an entry of a list',
      'compliance: [pci]\n',
      '4: compliance[0] must be one of soc2, hipaa, pci-dss, gdpr: did you mean "pci-dss"?',
    ],
    [
      'a word that goes on',
      'datastores:\n  orders: { type: postgresql }\n',
      'queue, topic, table: did you mean "postgres"?',
    ],
    [
      'a word that is missing',
      'datastores:\n  orders: { size: small }\n',
      '5: datastores.orders.type is missing: one of postgres, mysql',
    ],
    [
      'a number that has a unit',
      'datastores:\n  orders: { type: postgres, storage: 50 }\n',
      '5: datastores.orders.storage must be a size such as 50GB or 2TB',
    ],
    ['a share in percent', 'decisions: { spot: 50 }\n', '4: decisions.spot must be at most 1: it is a share'],
    [
      'a variable that is true',
      'services:\n  web: { image: a/b, env: { DEBUG: true } }\n',
      '5: services.web.env.DEBUG must be text: put it in quotes',
    ],
    [
      'a branch that is none',
      'delivery: { branch: a b }\n',
      '4: delivery.branch must be the name of a branch',
    ],
    [
      'a region with another number',
      'region: eu-west-9\n',
      '4: AWS has no region eu-west-9: did you mean eu-west-1?',
    ],
    [
      'a recovery region that there is not',
      'environments:\n  production: { recoveryRegion: eu-north-7 }\n',
      '5: AWS has no region eu-north-7: did you mean eu-north-1?',
    ],
    [
      'a need twice',
      'services:\n  web: { image: a/b, needs: [orders, orders] }\ndatastores:\n  orders: { type: redis }\n',
      '5: orders is there twice: remove one',
    ],
    [
      'a secret that is written down',
      'services:\n  web: { image: a/b, secrets: [KEY], env: { KEY: x } }\n',
      '5: KEY is among the secrets of web too',
    ],
    [
      'a variable that is given',
      'services:\n  web: { image: a/b, needs: [my-db], env: { MY_DB_HOST: x } }\ndatastores:\n  my-db: { type: mysql }\n',
      '5: MY_DB_HOST is set from the connection of my-db, which web needs',
    ],
    [
      'a secret that is given',
      'services:\n  web: { image: a/b, needs: [db], secrets: [DB_PASSWORD] }\ndatastores:\n  db: { type: redis }\n',
      '5: DB_PASSWORD is set from the connection of db, which web needs',
    ],
    [
      'two that were one',
      'services:\n  a: { image: a/b, formerly: old }\n  b: { image: a/b, formerly: old }\n',
      '6: old became a already, and cannot become b too',
    ],
    [
      'a key of another type',
      'datastores:\n  jobs: { type: bucket, key: id }\n',
      '5: a bucket has no key, which is for table: leave it out',
    ],
    [
      'a queue in order below a topic without',
      'datastores:\n  t: { type: topic, subscribers: [q] }\n  q: { type: queue, fifo: true }\n',
      '5: q keeps the order and t does not, which SNS refuses',
    ],
    [
      'a function below a topic in order',
      'functions:\n  f: { on: { topic: t } }\ndatastores:\n  t: { type: topic, fifo: true }\n',
      '5: t keeps the order, and such a topic calls no function',
    ],
    [
      'a key twice in a table',
      'datastores:\n  t: { type: table, key: id, sort: id }\n',
      '5: id is the partition key of t already',
    ],
    [
      'more than RDS holds',
      'datastores:\n  d: { type: postgres, storage: 100TB }\n',
      '5: a postgres of RDS holds 64 TB at most and needs a tenth to grow',
    ],
    [
      'no storage',
      'datastores:\n  d: { type: postgres, storage: 0GB }\n',
      '5: d cannot hold nothing: leave storage out',
    ],
    ['no time', 'datastores:\n  d: { type: postgres, rto: 0s }\n', '5: nothing is restored in no time'],
    [
      'no processor',
      'services:\n  web: { image: a/b, resources: { cpu: "0" } }\n',
      '5: web cannot run on no cpu',
    ],
    [
      'no hours',
      'environments:\n  test: { schedule: mon-fri 07:00-07:00 }\n',
      '5: test would be switched off when it is switched on',
    ],
    [
      'a gateway that the internet does not reach',
      'network: { vpn: { cidr: 172.20.0.0/16, gateway: 10.0.0.1 } }\n',
      '4: 10.0.0.1 cannot be reached through the internet',
    ],
    [
      'groups on GitHub',
      'delivery: { repository: a/b/c }\n',
      '4: a/b/c has groups within groups, and GitHub has an owner and a repository',
    ],
    [
      'underscores in names',
      'naming: { pattern: "${env}_${service}_${resource}" }\n',
      '4: besides its variables, a pattern is small letters, digits and hyphens',
    ],
    [
      'variables without a dollar',
      'naming: { pattern: "{env}-{service}-{resource}" }\n',
      'two resources could get one name: variables are written as ${env}',
    ],
    [
      'the beginning of a name',
      'network: { vpn: { cidr: 172.20.0.0/16, environments: [prod] } }\n',
      '4: there is no environment "prod": did you mean "production"?',
    ],
  ])('is told of %s', (_, text, message) => {
    expect(said(text)).toHaveLength(1);
    expect(said(text)[0]).toContain(message);
  });

  it('is told at the import of what a Score file says', () => {
    const score = `apiVersion: score.dev/v1b1
metadata: { name: Our_API }
containers: { main: { image: acme/api } }
`;
    const { problems } = loadBlueprint(
      new SourceFile('plinth.yaml', `${head}budget: { monthly: 500 }\nimports: [score.yaml]\n`),
      (path) => new SourceFile(path, score),
    );
    expect(problems.map(({ file, start, message }) => `${file?.lineAt(start ?? 0)}: ${message}`)).toEqual([
      expect.stringContaining('5: "Our_API" cannot be a name'),
    ]);
  });

  it('never says a secret that stands where its name should', () => {
    expect(said('services:\n  web: { image: a/b, secrets: { KEY: hunter2 } }\n')).toEqual([
      '5: services.web.secrets must be a list of names, such as [API_KEY]: values go into the secret store, and never here',
    ]);
  });

  it('takes a region that is newer than those it knows', () => {
    expect(said('region: eu-west-4\n')).toEqual([]);
  });

  it('lets the pipeline of GitLab have groups, and topics in order have queues without', () => {
    expect(said('delivery: { repository: a/b/c, ci: gitlab }\n')).toEqual([]);
    expect(
      said('datastores:\n  t: { type: topic, fifo: true, subscribers: [q] }\n  q: { type: queue }\n'),
    ).toEqual([]);
  });
});
