import { describe, expect, it } from 'vitest';
import { cloud, files, impactOf, shop } from '../../tests/support/impact-of.ts';
import type { Change } from './effect.ts';

/** `address effect`, without what only reads values. */
async function hitBy(files: Record<string, string>, address: string, change?: Change): Promise<string[]> {
  const { radius } = await impactOf(files, address, change);
  return radius.affected.map(
    ({ resource, effect, likely }) => `${resource.address} ${effect}${likely ? ' likely' : ''}`,
  );
}
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
