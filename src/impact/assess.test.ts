import { describe, expect, it } from 'vitest';
import { readFiles } from '../../tests/support/read-example.ts';
import { assess, type Impact } from './assess.ts';
import type { Change } from './effect.ts';
import { ownersOf } from './owners.ts';

async function impactOf(
  files: Record<string, string>,
  address: string,
  change: Change = 'unavailable',
): Promise<Impact> {
  const { graph } = await readFiles(files);
  const subjects = graph.at(address);
  expect(subjects, address).not.toEqual([]);
  return assess(graph, subjects, change);
}

/** `address effect`, without what only reads values. */
async function hitBy(files: Record<string, string>, address: string, change?: Change): Promise<string[]> {
  const { radius } = await impactOf(files, address, change);
  return radius.affected.map(
    ({ resource, effect, likely }) => `${resource.address} ${effect}${likely ? ' likely' : ''}`,
  );
}

const shop = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, namespace: shop }
spec: { rules: [{ http: { paths: [
  { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } },
  { path: /api, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } } ] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop, labels: { team: checkout } }
spec:
  replicas: 2
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { serviceAccountName: api, containers: [{ name: main, image: "a:1", envFrom: [{ configMapRef: { name: settings } }] }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: main, image: "a:1" }] }
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: fast } }]
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop, annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/api" } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { DB: shop-orders.abc.rds.amazonaws.com }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: api, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: api } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: api, namespace: shop }
spec: { podSelector: { matchLabels: { app: api } }, policyTypes: [Ingress], ingress: [{}] }
`;
const cloud = `resource "aws_kms_key" "db" {}
resource "aws_db_instance" "orders" {
  identifier = "shop-orders"
  engine     = "postgres"
  kms_key_id = aws_kms_key.db.arn
}
resource "aws_iam_role" "api" {
  name = "api"
}
resource "aws_iam_role_policy" "api" {
  role   = aws_iam_role.api.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.jobs.arn }] })
}
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}
`;
const files = { 'shop.yaml': shop, 'main.tf': cloud };

const lineOf = (text: string) => shop.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('what is hit', () => {
  it('by a database: what is configured with it, up to the door, which keeps its other paths', async () => {
    expect(await hitBy(files, 'aws_db_instance.orders')).toEqual([
      'ConfigMap/shop/settings fails',
      'Deployment/shop/api fails',
      'Service/shop/api fails',
      'Ingress/shop/shop degraded',
    ]);
  });

  it('by a ConfigMap that goes: pods at their next start, and those who call them', async () => {
    expect(await hitBy(files, 'ConfigMap/shop/settings', 'destroy')).toEqual([
      'Deployment/shop/api latent',
      'Service/shop/api latent',
      'Ingress/shop/shop latent',
    ]);
  });

  it('by a role: its permissions, and not that the pods run', async () => {
    const hit = await hitBy(files, 'aws_iam_role.api', 'destroy');
    expect(hit).toContain('aws_iam_role_policy.api goes');
    expect(hit).toContain('Deployment/shop/api degraded');
  });

  it('by a queue that is only known from permissions: likely', async () => {
    expect(await hitBy(files, 'aws_sqs_queue.jobs')).toContain('Deployment/shop/api degraded likely');
  });

  it('by a guard: only what it guards', async () => {
    expect(await hitBy(files, 'PodDisruptionBudget/shop/api')).toEqual(['Deployment/shop/api weakened']);
  });

  it('by a workload: a budget without a purpose, and nothing that it needs itself', async () => {
    const hit = await hitBy(files, 'Deployment/shop/api', 'destroy');
    expect(hit).toContain('PodDisruptionBudget/shop/api idle');
    expect(hit.join()).not.toMatch(/aws_|ConfigMap|ServiceAccount/);
  });

  it('by a namespace: all that stands in it', async () => {
    const hit = await hitBy(files, 'Namespace/shop', 'destroy');
    for (const address of [
      'Deployment/shop/api',
      'StatefulSet/shop/web',
      'Ingress/shop/shop',
      'ConfigMap/shop/settings',
    ])
      expect(hit).toContain(`${address} goes`);
  });

  it('by a network policy: a guard, or the traffic itself where another policy closes the rest', async () => {
    const closing = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
`;
    const policy = 'NetworkPolicy/shop/api';
    expect(await hitBy(files, policy)).toEqual(['Deployment/shop/api weakened']);
    expect(await hitBy({ ...files, 'shop.yaml': shop + closing }, policy)).toContain(
      'Deployment/shop/api degraded',
    );
  });

  it('by an installer that prunes: what it installs goes, else nobody keeps it up to date', async () => {
    const application = (finalizers: string) => ({
      'argocd/a.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop, namespace: argocd${finalizers} }
spec: { source: { repoURL: x, path: deploy } }
`,
      'deploy/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\n',
    });
    const address = 'Application/argocd/shop';
    const pruning = application(', finalizers: [resources-finalizer.argocd.argoproj.io]');
    expect(await hitBy(pruning, address, 'destroy')).toEqual(['ConfigMap/shop/a goes']);
    expect(await hitBy(pruning, address)).toEqual(['ConfigMap/shop/a weakened']);
    expect(await hitBy(application(''), address, 'destroy')).toEqual(['ConfigMap/shop/a weakened']);
  });
});

describe('the network of AWS', () => {
  const network = (zones: string) => ({
    'main.tf': `resource "aws_vpc" "it" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "it" {
  for_each = toset([${zones}])
  vpc_id   = aws_vpc.it.id
}
resource "aws_nat_gateway" "it" {
  for_each  = toset([${zones}])
  subnet_id = aws_subnet.it[each.key].id
}
resource "aws_route_table" "it" {
  for_each = toset([${zones}])
  vpc_id   = aws_vpc.it.id
}
resource "aws_route" "out" {
  for_each       = toset([${zones}])
  route_table_id = aws_route_table.it[each.key].id
  nat_gateway_id = aws_nat_gateway.it[each.key].id
}
resource "aws_security_group" "db" {
  vpc_id = aws_vpc.it.id
}
resource "aws_security_group" "app" {
  vpc_id = aws_vpc.it.id
}
resource "aws_vpc_security_group_ingress_rule" "db" {
  security_group_id            = aws_security_group.db.id
  referenced_security_group_id = aws_security_group.app.id
}
resource "aws_db_subnet_group" "it" {
  subnet_ids = values(aws_subnet.it)[*].id
}
resource "aws_db_instance" "it" {
  db_subnet_group_name   = aws_db_subnet_group.it.name
  vpc_security_group_ids = [aws_security_group.db.id]
}
`,
  });

  it('degrades with one subnet of two, fails with the only one', async () => {
    expect(await hitBy(network('"a", "b"'), 'aws_subnet.it["a"]')).toContain('aws_db_instance.it degraded');
    expect(await hitBy(network('"a"'), 'aws_subnet.it["a"]')).toContain('aws_db_instance.it fails');
  });

  it('takes all with it that cannot be without the VPC, and says that the database is lost', async () => {
    const { radius, data } = await impactOf(network('"a", "b"'), 'aws_vpc.it', 'replace');
    const hit = radius.affected.map(({ resource, effect }) => `${resource.address} ${effect}`);
    expect(hit).toContain('aws_subnet.it["b"] goes');
    expect(hit).toContain('aws_db_instance.it goes');
    expect(data.map(({ outcome }) => outcome)).toEqual(['restorable']);
  });

  it('works in part without a way out', async () => {
    expect(await hitBy(network('"a"'), 'aws_nat_gateway.it["a"]')).toEqual([
      'aws_route.out["a"] fails',
      'aws_route_table.it["a"] degraded',
    ]);
  });

  it('is not hurt by the failure of a peer that a rule names, but by its loss', async () => {
    expect(await hitBy(network('"a"'), 'aws_security_group.app')).toEqual([]);
    expect(await hitBy(network('"a"'), 'aws_security_group.app', 'destroy')).toContain(
      'aws_db_instance.it degraded',
    );
  });
});

describe('data', () => {
  const database = (rest: string) => ({
    'main.tf': `resource "aws_db_instance" "it" {\n  engine = "postgres"\n${rest}}\n`,
  });
  const outcomeOf = async (some: Record<string, string>, address: string, change: Change = 'destroy') => {
    const { data } = await impactOf(some, address, change);
    return data.map(({ resource, outcome }) => `${resource.address} ${outcome}`).join();
  };

  it.each([
    ['', 'restorable'],
    ['  skip_final_snapshot = true\n', 'lost'],
    ['  skip_final_snapshot = true\n  deletion_protection = true\n', 'refused'],
    ['  skip_final_snapshot = true\n  lifecycle {\n    prevent_destroy = true\n  }\n', 'refused'],
    ['  skip_final_snapshot = var.skip\n', 'unknown'],
  ])('of a database with %j is %s', async (rest, outcome) => {
    const more = rest.includes('var.') ? { 'variables.tf': 'variable "skip" {\n  type = bool\n}\n' } : {};
    expect(await outcomeOf({ ...database(rest), ...more }, 'aws_db_instance.it')).toBe(
      `aws_db_instance.it ${outcome}`,
    );
  });

  it('is out of reach while a database is, and untouched by a modification', async () => {
    expect(await outcomeOf(database(''), 'aws_db_instance.it', 'unavailable')).toBe(
      'aws_db_instance.it unreachable',
    );
    expect(await outcomeOf(database(''), 'aws_db_instance.it', 'modify')).toBe('');
  });

  it('is as safe as its key: a snapshot is encrypted with it too', async () => {
    const { data } = await impactOf({ 'main.tf': cloud }, 'aws_kms_key.db', 'destroy');
    const orders = data.find(({ resource }) => resource.type === 'aws_db_instance')!;
    expect(orders.guards.map(({ what }) => what)).toEqual(['the deletion can be called off for 30 days']);
  });

  it('of a StatefulSet outlives it, and goes with its namespace where the class does not retain it', async () => {
    expect(await outcomeOf(files, 'StatefulSet/shop/web')).toBe('StatefulSet/shop/web kept');
    expect(await outcomeOf(files, 'Namespace/shop')).toBe('StatefulSet/shop/web lost');
    const retained = shop.replace(
      'provisioner: ebs.csi.aws.com',
      'provisioner: ebs.csi.aws.com\nreclaimPolicy: Retain',
    );
    expect(await outcomeOf({ 'shop.yaml': retained }, 'Namespace/shop')).toBe('StatefulSet/shop/web kept');
  });
});

describe('what contains it', () => {
  const words = async (some: Record<string, string>, address: string) => {
    const { held, missing } = await impactOf(some, address);
    return { held: held.map(({ what }) => what), missing: missing.map(({ what }) => what) };
  };

  it('is what is written, and what is not is missing, each at its place', async () => {
    expect(await words(files, 'Deployment/shop/api')).toEqual({
      held: ['2 pods', 'disruption budget api'],
      missing: ['pods that are spread over zones'],
    });
    const { held } = await impactOf(files, 'Deployment/shop/api');
    expect(held[0]!.at.file.lineAt(held[0]!.at.start)).toBe(lineOf('replicas: 2'));
  });

  it('is a standby and backups for a database', async () => {
    const sound = {
      'main.tf': 'resource "aws_db_instance" "it" {\n  multi_az = true\n  backup_retention_period = 7\n}\n',
    };
    expect(await words(sound, 'aws_db_instance.it')).toEqual({
      held: ['a standby in a second zone (multi_az)', 'automated backups of 7 days'],
      missing: [],
    });
    expect((await words({ 'main.tf': cloud }, 'aws_db_instance.orders')).missing).toEqual([
      'multi_az = true',
      'automated backups',
    ]);
  });
});

describe('circles', () => {
  it('are told, and come to an end', async () => {
    const caller = (name: string, other: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: "a:1", env: [{ name: OTHER_HOST, value: ${other} }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ port: 80 }] }
`;
    const { cycles } = await impactOf({ 'a.yaml': caller('a', 'b') + caller('b', 'a') }, 'Deployment/a');
    expect(cycles.map((circle) => circle.map(({ address }) => address).sort())).toEqual([
      ['Deployment/a', 'Deployment/b', 'Service/a', 'Service/b'],
    ]);
  });

  it('are none between a whole and its parts', async () => {
    const { cycles } = await impactOf({ 'main.tf': cloud }, 'aws_iam_role.api', 'destroy');
    expect(cycles).toEqual([]);
  });
});

describe('owners', () => {
  it('are those that a thing names, then its provider, then the last rule of CODEOWNERS that covers it', async () => {
    const { graph } = await readFiles({
      'k8s/shop.yaml': shop,
      'tf/main.tf':
        'resource "aws_s3_bucket" "a" {\n  tags = { Team = "media" }\n}\nresource "aws_s3_bucket" "b" {}\nprovider "aws" {\n  default_tags {\n    tags = { owner = "platform" }\n  }\n}\n',
      'other/main.tf': 'resource "aws_s3_bucket" "c" {}\n',
    });
    const owners = ownersOf(
      graph,
      '* @everyone\n/k8s/ @kube @cluster # comment\nmain.tf @terraform\n[Section]\n',
    );
    const of = (address: string) => owners(graph.at(address)[0]!).map(({ name, by }) => `${name} ${by}`);
    expect(of('Deployment/shop/api')).toEqual(['checkout label']);
    expect(of('Service/shop/api')).toEqual(['@kube CODEOWNERS', '@cluster CODEOWNERS']);
    expect(of('aws_s3_bucket.a')).toEqual(['media tag']);
    expect(of('aws_s3_bucket.b')).toEqual(['platform tag']);
    expect(of('aws_s3_bucket.c')).toEqual(['@terraform CODEOWNERS']);
  });
});
