import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { pipeline } from '../../../src/design/pipeline/target.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';

const loose = { rpo: '24h', rto: '24h' };
const asBackups = () =>
  payments({
    datastores: { vault: loose, entries: loose, statements: loose },
    decisions: { recovery: 'backup-restore' },
  });

/** Text of a root of production. */
function rootOf(architecture: Architecture, root: string): string {
  const folder = `terraform/environments/production/${root}/`;
  return [...terraform.write(architecture)]
    .filter(([path]) => path.startsWith(folder) && path.endsWith('.tf') && !path.includes('/tests/'))
    .map(([, text]) => text)
    .join('\n');
}

/** Calls of modules: the text of each by its label. */
const callsIn = (text: string) =>
  new Map(
    [...text.matchAll(/^module "(\w+)" \{\n([\s\S]*?)^\}/gm)].map(([, label, body]) => [label!, body!]),
  );

describe('the roots of a recovery site', () => {
  const architecture = payments({});

  it('can be reached when the other region cannot: their states are there, and they read no other', () => {
    for (const root of ['recovery', 'standby']) {
      const text = rootOf(architecture, root);
      expect(text).toMatch(/backend "s3" \{\s+bucket += "production-payments-state-recovery-444455556666"/);
      expect(text).not.toContain('bucket = "production-payments-state-444455556666"');
      expect(text.match(/^provider "aws" \{\n {2}region = "eu-west-1"/gm)).toHaveLength(1);
    }
    expect(rootOf(architecture, 'recovery')).not.toContain('terraform_remote_state');
  });

  it('name nothing as the other region does that is one for all regions', () => {
    const named = (root: string) =>
      [...rootOf(architecture, root).matchAll(/^ {2}(?:name|role_name) += "(.+)"$/gm)].map(
        ([, name]) => name,
      );
    const main = ['platform', 'data', 'services'].flatMap(named);
    const shared = named('standby').filter((name) => main.includes(name));
    expect(shared).toEqual([]);
  });

  it('declare each secret that a function reads beside a cluster', () => {
    const text = rootOf(
      architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
account: "111122223333"
region: eu-west-1
delivery: { repository: shop/platform }
compute: eks
services: { api: { image: shop/api, needs: [orders] } }
functions: { mail: { handler: mail.handler, needs: [orders] } }
datastores: { orders: { type: mysql } }
environments: { production: { recoveryRegion: eu-central-1 } }
`),
      'standby',
    );
    const read = [...text.matchAll(/data\.aws_secretsmanager_secret\.(\w+)/g)].map(([, name]) => name);
    const declared = [...text.matchAll(/^data "aws_secretsmanager_secret" "(\w+)"/gm)].map(
      ([, name]) => name,
    );
    expect(declared).toEqual([...new Set(read)]);
    expect(declared).toEqual(['mail_orders_connection']);
  });

  it('bring databases up by one variable, by promotion or from backups', () => {
    const replica = callsIn(rootOf(architecture, 'recovery')).get('vault')!;
    expect(replica).toMatch(/promoted += var\.active/);
    const restored = callsIn(rootOf(asBackups(), 'recovery')).get('vault')!;
    expect(restored).toMatch(/count = var\.active \? 1 : 0/);
    expect(restored).toMatch(/restore_from_backups_arn += module\.vault_backups\.id/);
  });

  it('lead names where that variable says, and no region writes them', () => {
    const text = rootOf(architecture, 'recovery');
    expect(text).toContain(
      'var.active ? "origin-eu-west-1.payments.example" : "origin-eu-central-1.payments.example"',
    );
    expect(rootOf(architecture, 'platform')).not.toMatch(/name += "origin\.payments\.example"/);
  });

  it('have copies of what people fill in, under a key of that region', () => {
    const calls = (root: string) => [...callsIn(rootOf(architecture, root)).values()];
    const secrets = ['platform', 'services'].flatMap(calls).filter((one) => one.includes('modules/secret"'));
    expect(secrets.length).toBeGreaterThan(2);
    for (const one of secrets) expect(one).toMatch(/replica = \{\s+region += "eu-west-1"/);
    expect(calls('standby').some((one) => one.includes('modules/secret"'))).toBe(false);
  });

  it('are planned and applied after what they are copies of, unless they are for the day itself', () => {
    const workflow = (one: Architecture) => pipeline.write(one).get('.github/workflows/infrastructure.yaml')!;
    const job = (text: string, name: string) =>
      new RegExp(`^ {2}production-${name}:\\n {4}needs: \\[(.*)\\]`, 'm').exec(text)?.[1];
    expect(job(workflow(architecture), 'recovery')).toContain('production-data');
    expect(job(workflow(architecture), 'standby')).toContain('production-recovery');
    expect(job(workflow(asBackups()), 'standby')).toBeUndefined();
  });
});

describe('what runs without a cluster', () => {
  const text = (recovery: string) => `name: shop
owner: web
owners: { web: { email: w@shop.example, github: acme/web } }
domain: shop.example
region: eu-west-1
services: { front: { image: ghcr.io/acme/front, expose: www, needs: [orders] } }
jobs: { sweep: { image: ghcr.io/acme/sweep, schedule: "0 3 * * *", needs: [orders] } }
functions: { mail: { on: { queue: letters } } }
datastores: { orders: { type: postgres, rpo: 1m, rto: 20m }, letters: { type: queue } }
environments: { production: { account: "222233334444", recoveryRegion: eu-central-1 } }
delivery: { repository: acme/platform }
compute: ecs
decisions: { recovery: ${recovery} }
`;
  const calls = (recovery: string) => callsIn(rootOf(architectureOf(text(recovery)), 'standby'));
  const active = /active += local\.recovery\.active/;

  it('stands still in the other region until it is in use, but for services that are kept warm', () => {
    for (const one of ['sweep', 'mail']) {
      expect(calls('warm-standby').get(one)).toMatch(active);
      expect(rootOf(architectureOf(text('warm-standby')), 'services')).not.toMatch(active);
    }
    expect(calls('warm-standby').get('front')).not.toMatch(active);
  });

  it('takes the address of a database there, and all else from the copy of its secret', () => {
    const front = calls('warm-standby').get('front')!;
    expect(front).toContain('ORDERS_HOST     = "${local.data.orders_address_arn}:host::"');
    expect(front).toContain(
      'ORDERS_PASSWORD = "${data.aws_secretsmanager_secret.front_orders_connection.arn}:password::"',
    );
  });
});

it('makes nothing of it where nobody asked for another region', () => {
  const paths = [...terraform.write(architectureOfExample('start-up')).keys()];
  expect(paths.filter((path) => /\/(recovery|standby)\//.test(path))).toEqual([]);
});
