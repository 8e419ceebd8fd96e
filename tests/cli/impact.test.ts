import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ImpactReport } from '../../src/report/impact/report.ts';
import { impactJsonSchema } from '../../src/report/impact/schema.ts';
import { provideTools } from '../support/tools.ts';
import { folderWith, git, plinth, write } from './command-line.ts';

const example = join(import.meta.dirname, '../../examples/online-store');
const tools = provideTools();

const shop = {
  'main.tf': `resource "aws_db_instance" "orders" {
  identifier = "shop-orders"
}
resource "aws_s3_bucket" "a" {
  for_each = toset(["x", "y"])
  bucket   = "shop-\${each.key}"
}
`,
  'shop.yaml': `apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: main, image: "a:1", env: [{ name: DB, value: shop-orders.abc.rds.amazonaws.com }] }] }
`,
};

async function reportOf(...args: string[]): Promise<ImpactReport> {
  const { code, out, err } = await plinth('impact', ...args, '--format', 'json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as ImpactReport;
}

describe.skipIf(!tools.kubectl)('the database of the online store (needs kubectl)', () => {
  it('is followed up to the customers, and what contains it is told with its place', async () => {
    const { impacts } = await reportOf(
      'aws_db_instance.this',
      example,
      '--environment',
      'prod',
      '--change',
      'destroy',
    );
    const [impact] = impacts;
    const active = impact!.affected.filter(({ passes }) => !passes);
    expect(active.map(({ name, effect, environment, way }) => ({ name, effect, environment, way }))).toEqual([
      {
        name: 'Deployment api',
        effect: 'fails',
        environment: 'prod',
        way: 'Deployment api → ConfigMap api-config-727tgbdbcc → module.database.aws_db_instance.this',
      },
      {
        name: 'Service api',
        effect: 'fails',
        environment: 'prod',
        way: 'Service api → Deployment api → ConfigMap api-config-727tgbdbcc → module.database.aws_db_instance.this',
      },
      {
        name: 'Ingress shop',
        effect: 'degraded',
        environment: 'prod',
        way: 'Ingress shop → Service api → Deployment api → ConfigMap api-config-727tgbdbcc → module.database.aws_db_instance.this',
      },
    ]);
    expect(impact!.summary).toMatchObject({
      services: ['Deployment api'],
      entries: ['Ingress shop'],
      environments: ['prod'],
      owners: ['team-storefront'],
    });
    expect(impact!.data).toMatchObject([{ outcome: 'restorable', guards: ['a final snapshot'] }]);
    expect(impact!.missing.map(({ what, file, line }) => `${what} ${file}:${line}`)).toEqual([
      'lifecycle { prevent_destroy = true } terraform/modules/database/main.tf:7',
      'deletion_protection = true terraform/environments/prod/variables.tf:76',
      'multi_az = true terraform/modules/database/variables.tf:50',
      'automated backups terraform/environments/prod/terraform.tfvars:16',
    ]);
  });

  it('shows the planted mistake that the worker of prod takes the orders of staging', async () => {
    const { impacts } = await reportOf('aws_sqs_queue.orders', example, '--environment', 'staging');
    expect(
      impacts[0]!.affected.find(({ environment, role }) => environment === 'prod' && role === 'workload'),
    ).toMatchObject({
      name: 'Deployment orders-worker',
      way: 'Deployment orders-worker → ConfigMap orders-worker-config → aws_sqs_queue.orders',
    });
  });
});

describe('plinth impact', () => {
  it('takes an address, its end, a type and a name, or a place', async () => {
    const folder = folderWith(shop);
    for (const asked of [
      'Deployment/shop/api',
      'deployment/api',
      'Deployment api',
      `${folder}/shop.yaml:9`,
      'shop.yaml:9',
    ]) {
      const { impacts } = await reportOf(asked, folder);
      expect(
        impacts[0]!.subjects.map(({ id }) => id),
        asked,
      ).toEqual(['Deployment/shop/api']);
    }
    const { impacts } = await reportOf('aws_s3_bucket.a[*]', folder);
    expect(impacts[0]!.subjects).toHaveLength(2);
  });

  it('says what is meant where nothing or too much is', async () => {
    const folder = folderWith(shop);
    const misuse = async (...args: string[]) => {
      const { code, err } = await plinth('impact', ...args);
      expect(code).toBe(2);
      return err;
    };
    expect(await misuse('aws_db_instance.order', folder)).toContain('did you mean "aws_db_instance.orders"');
    expect(await misuse('api', folder)).toContain('means 2 resources');
    expect(await misuse('aws_s3_bucket.a', folder)).toContain('"aws_s3_bucket.a["x"]"');
    expect(await misuse('zzz', folder)).toContain('there is no resource zzz');
    expect(await misuse('main.tf:99', folder)).toContain('start at line 1, 4');
    expect(await misuse('aws_db_instance.orders', folder, '--environment', 'prod')).toContain(
      'there is no environment prod',
    );
    expect(await misuse('aws_db_instance.orders', folder, '--change', 'explode')).toContain(
      '--change cannot be explode',
    );
    expect(await misuse()).toContain('it is not said which resource is meant');
    expect(await misuse('a', 'b', 'c')).toContain('takes one resource and one folder');
    expect(await misuse('--changed-since', 'main', folder, 'b')).toContain('takes a folder and no resource');
  });

  it('reads nothing, and says so', async () => {
    const { code, err } = await plinth('impact', 'a', folderWith({ 'README.md': 'hello\n' }));
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('no infrastructure was read') });
  });

  it('prints what its schema says', async () => {
    const folder = folderWith(shop);
    const validate = new Ajv2020({ strict: false }).compile(impactJsonSchema());
    for (const change of ['modify', 'replace', 'destroy', 'unavailable'])
      expect(
        validate(await reportOf('aws_db_instance.orders', folder, '--change', change)),
        JSON.stringify(validate.errors),
      ).toBe(true);
  });

  it('tells the outcome first, then every way', async () => {
    const { out } = await plinth('impact', 'aws_db_instance.orders', folderWith(shop));
    const lines = out.split('\n').map((line) => line.trim());
    expect(lines[0]).toBe('When aws_db_instance.orders is unavailable, Deployment api stops working.');
    expect(lines).toContain('Service api → Deployment api → aws_db_instance.orders');
    expect(out).toMatch(/multi_az = true {2}\S+main\.tf:1/);
  });

  it('draws names that mean something elsewhere without harm', async () => {
    const evil = '</script><img src=x onerror=alert(1)>"]';
    const folder = folderWith({
      'main.tf': `resource "aws_s3_bucket" "a" {\n  for_each = toset(["${evil.replaceAll('"', '\\"')}"])\n  bucket = "shop-files"\n}\n`,
      'shop.yaml': shop['shop.yaml']
        .replace('shop-orders.abc', 'shop-files.abc')
        .replaceAll('namespace: shop', `namespace: shop, labels: { owner: '${evil}' }`),
    });
    const page = (await plinth('impact', 'main.tf:1', folder, '--format', 'html')).out;
    const tags: string[] = [];
    const visit = (node: { readonly nodeName: string; readonly childNodes?: readonly unknown[] }): void => {
      tags.push(node.nodeName);
      for (const inner of node.childNodes ?? []) visit(inner as typeof node);
    };
    visit(parse(page) as unknown as Parameters<typeof visit>[0]);
    expect(tags).not.toContain('img');
    expect(tags.filter((tag) => tag === 'script')).toHaveLength(2);
    const script = /<script>([\s\S]*)<\/script>/.exec(page)![1]!;
    expect(() => new Function(script)).not.toThrow();
    const data = JSON.parse(/id="pictures">([\s\S]*?)<\/script>/.exec(page)![1]!) as { boxes: unknown[] }[];
    expect(data[0]!.boxes.length).toBeGreaterThan(2);
    const mermaid = (await plinth('impact', 'main.tf:1', folder, '--format', 'mermaid')).out;
    expect(mermaid).toContain('#60;/script#62;');
    const dot = (await plinth('impact', 'main.tf:1', folder, '--format', 'dot')).out;
    expect(dot).toContain(String.raw`onerror=alert(1)>\\\"]\"]"`);
  });

  it('follows what a pull request changes, the worst first, and what went where it was', async () => {
    const folder = folderWith({
      ...shop,
      'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: lone }\n',
    });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'first');
    write(folder, {
      'main.tf': shop['main.tf'].replace(/resource "aws_db_instance"[\s\S]*?\n}\n/, ''),
      'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: lone }\ndata: { a: b }\n',
    });
    const { impacts, since } = await reportOf('--changed-since', 'HEAD', folder);
    expect(since).toBe('HEAD');
    expect(impacts.map(({ change, subjects, because }) => [change, subjects[0]!.id, ...because!])).toEqual([
      ['destroy', 'aws_db_instance.orders'],
      ['modify', 'ConfigMap/lone', 'data'],
    ]);
    expect(impacts[0]!.summary.services).toEqual(['Deployment api']);
    const { out } = await plinth('impact', '--changed-since', 'HEAD', folder);
    expect(out).toContain('2 resources changed since HEAD, the worst first');
    expect((await plinth('impact', '--changed-since', 'nowhere', folder)).code).toBe(2);
  });

  it('takes a file that moved for the same, and follows what a deleted one held', async () => {
    const maps = ['kept', 'lost'].map(
      (name) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { a: b }\n`,
    );
    const folder = folderWith({
      ...shop,
      'kept.yaml': maps[0]!,
      'lost.yaml': maps[1]!,
      'infra/queue.tf': 'resource "aws_sqs_queue" "orders" {\n  name = "shop-orders-queue"\n}\n',
    });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'first');
    mkdirSync(join(folder, 'maps'));
    git(folder, 'mv', 'kept.yaml', 'maps/renamed.yaml');
    git(folder, 'mv', 'infra', 'platform');
    git(folder, 'rm', '-q', 'lost.yaml');
    const { impacts } = await reportOf('--changed-since', 'HEAD', folder);
    expect(impacts.map(({ change, subjects }) => [change, subjects[0]!.id])).toEqual([
      ['destroy', 'ConfigMap/lost'],
    ]);
    write(folder, { 'maps/renamed.yaml': maps[0]!.replace('a: b', 'a: c') });
    const both = (await reportOf('--changed-since', 'HEAD', folder)).impacts;
    expect(both.map(({ change, subjects }) => [change, subjects[0]!.id]).sort()).toEqual([
      ['destroy', 'ConfigMap/lost'],
      ['modify', 'ConfigMap/kept'],
    ]);
  });

  it('writes to a file where it is told to', async () => {
    const folder = folderWith(shop);
    const file = join(folder, 'impact.dot');
    const { out } = await plinth(
      'impact',
      'aws_db_instance.orders',
      folder,
      '--format',
      'dot',
      '--output',
      file,
    );
    expect(out).toBe('');
    expect(readFileSync(file, 'utf8')).toContain(
      '"Deployment/shop/api" -> "aws_db_instance.orders" [label="configured-by"]',
    );
  });
});
