import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { broken, folderWith, plinth } from './command-line.ts';

const example = join(import.meta.dirname, '../../examples/online-store');

/** Names that mean something in DOT and in Mermaid. */
const shop = {
  'shop.yaml': `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.0.0
          envFrom: [{ configMapRef: { name: settings } }, { configMapRef: { name: settings } }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: alone, namespace: shop }
`,
  'main.tf': `resource "aws_s3_bucket" "it" {
  for_each = toset(["a\\"b\\\\", "<c>#"])
  bucket   = each.key
}
output "names" {
  value = [for one in aws_s3_bucket.it : one.id]
}
`,
};

interface GraphData {
  readonly units: readonly { readonly id: string }[];
  readonly resources: readonly {
    readonly id: string;
    readonly unit: string;
    readonly file: string;
    readonly line: number;
  }[];
  readonly relations: readonly { readonly kind: string; readonly from: string; readonly to: string }[];
}

async function graphOf(...args: string[]): Promise<GraphData> {
  const { code, out } = await plinth('graph', ...args);
  expect(code).toBe(0);
  return JSON.parse(out) as GraphData;
}

it('gives each resource an id of its own, and relations between them', async () => {
  const { units, resources, relations } = await graphOf(example, '--no-render');
  const ids = new Set(resources.map(({ id }) => id));
  expect(ids.size).toBe(resources.length);
  expect(resources.length).toBeGreaterThan(100);
  for (const { from, to } of relations) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
  const known = new Set(units.map(({ id }) => id));
  for (const { unit, line } of resources) expect([known.has(unit), line > 0]).toEqual([true, true]);
});

describe('a part', () => {
  it('is what hangs together with a resource, as far as is asked', async () => {
    const folder = folderWith(shop);
    const around = async (...args: string[]) =>
      (await graphOf(folder, ...args)).resources.map(({ id }) => id).sort();
    expect(await around('--around', 'Service/shop/web')).toEqual(['Deployment/shop/web', 'Service/shop/web']);
    expect(await around('--around', 'Service/shop/web', '--depth', '2')).toContain('ConfigMap/shop/settings');
    expect(await around('--around', 'Service/*', '--depth', '0')).toEqual(['Service/shop/web']);
    expect(await around('--type', 'ConfigMap')).toEqual(['ConfigMap/shop/alone', 'ConfigMap/shop/settings']);
    expect(await around('--type', 'Serv*', '--type', 'Deployment')).toHaveLength(2);
  });

  it('is asked for by a name that exists', async () => {
    const folder = folderWith(shop);
    const hintOf = async (...args: string[]) => (await plinth('graph', folder, ...args)).err.split('\n')[1];
    expect(await hintOf('--around', 'Service/shop/wep')).toBe('  did you mean Service/shop/web?');
    expect(await hintOf('--around', 'web')).toBe('  did you mean Service/shop/web or Deployment/shop/web?');
    expect(await hintOf('--type', 'ConfgMap')).toBe('  did you mean ConfigMap?');
  });
});

it('draws DOT in which every name is quoted', async () => {
  const { out } = await plinth('graph', folderWith(shop), '--format', 'dot');
  expect(out).toMatch(/^digraph plinth \{\n[\s\S]*\n\}\n$/);
  const quoted = /"(?:[^"\\\n]|\\["\\])*"/;
  const line = new RegExp(
    `^( {2}(rankdir=LR;|node \\[.*\\];|subgraph cluster_\\d+ \\{|\\}|label=Q;)|    (label=Q;|Q \\[label=Q\\];)|  Q -> Q \\[label=Q\\];)$`.replaceAll(
      'Q',
      quoted.source,
    ),
  );
  expect(
    out
      .split('\n')
      .slice(1, -2)
      .filter((one) => !line.test(one)),
  ).toEqual([]);
  expect(out).toContain('aws_s3_bucket.it');
  expect(out).not.toContain('ConfigMap/shop/alone');
});

it('draws Mermaid with plain ids and no character that means something else', async () => {
  const { out, err } = await plinth('graph', folderWith(shop), '--format', 'mermaid');
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toBe('flowchart LR');
  const line =
    /^( {2}subgraph u\d+\["[^"<>`]*"\]| {4}r\d+\["[^"<>`]*"\]| {2}end| {2}r\d+ -->\|[a-z-]+\| r\d+)$/;
  expect(lines.slice(1).filter((one) => !line.test(one))).toEqual([]);
  expect(out).toContain('#60;c#62;#35;');
  const edges = lines.filter((one) => one.includes('-->'));
  expect(new Set(edges).size).toBe(edges.length);
  expect(err).toBe('');
});

it('warns where Mermaid would refuse to draw', async () => {
  const services = Array.from({ length: 600 }, (_, at) => shop['shop.yaml'].replaceAll('shop', `shop${at}`));
  const large = await plinth(
    'graph',
    folderWith({ 'all.yaml': services.join('---\n') }),
    '--format',
    'mermaid',
  );
  expect(large.err).toMatch(/^1,200 relations in [\d,]+ characters: Mermaid draws 500.*--around/);
});

it('tells what was not read, and answers 3 where that is all', async () => {
  const partly = await plinth('graph', folderWith({ ...shop, 'x.yaml': broken }));
  expect([partly.code, partly.err]).toEqual([0, expect.stringMatching(/^1 problem\n.*\n.*x\.yaml:7\n$/)]);
  const nothing = await plinth('graph', folderWith({}));
  expect([nothing.code, nothing.err]).toEqual([3, expect.stringContaining('no infrastructure was read')]);
});
