import { describe, expect, it } from 'vitest';
import { object, relationsOf, service, workload } from '../../../tests/support/relations-of.ts';

describe('the platform', () => {
  it('holds claims by their class, and images by their registry', async () => {
    const relations = await relationsOf({
      'a.yaml': `${object('v1', 'PersistentVolumeClaim', 'data', 'spec: { storageClassName: fast }')}
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
${workload('api').replace('registry.example.com/api', '777788889999.dkr.ecr.eu-west-1.amazonaws.com/shop/api')}`,
      'main.tf':
        'resource "aws_ecr_repository" "this" {\n  for_each = toset(["api", "web"])\n  name = "shop/${each.key}"\n}\n',
    });
    expect(relations).toEqual([
      'Deployment/shop/api uses aws_ecr_repository.this["api"]',
      'PersistentVolumeClaim/shop/data uses StorageClass/fast',
    ]);
  });

  it('holds objects by their namespace and kind', async () => {
    const relations = await relationsOf(
      {
        'a.yaml': `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: carts.example.com }
spec: { group: example.com, names: { kind: Cart, plural: carts } }
${object('example.com/v1', 'Cart', 'one')}`,
      },
      /./,
    );
    expect(relations).toEqual([
      'Cart/shop/one placed-in Namespace/shop',
      'Cart/shop/one uses CustomResourceDefinition/carts.example.com',
    ]);
  });

  it('asks Services for what extends the API', async () => {
    const relations = await relationsOf({
      'a.yaml': `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: policy }
webhooks: [{ name: a.example.com, clientConfig: { service: { name: policy, namespace: shop } } }]
${service('policy')}`,
    });
    expect(relations).toEqual(['ValidatingWebhookConfiguration/policy uses Service/shop/policy']);
  });

  const cluster = 'resource "aws_eks_cluster" "this" {\n  name = "shop"\n}\n';
  const group = `resource "aws_eks_node_group" "batch" {
  cluster_name    = aws_eks_cluster.this.name
  node_group_name = "batch"
  labels          = { tier = "batch" }
}
`;

  it('runs workloads in the only cluster of their environment, and on the pool that they ask for', async () => {
    const files = {
      'k8s/prod/a.yaml': workload('api', '', '      nodeSelector: { tier: batch }\n'),
      'tf/prod/main.tf': cluster + group,
      'tf/staging/main.tf': cluster,
    };
    expect(await relationsOf(files, /^placed-in$/)).toEqual([
      'Deployment/shop/api placed-in aws_eks_cluster.this',
      'Deployment/shop/api placed-in aws_eks_node_group.batch',
    ]);
  });

  it('does not guess between clusters, nor for what is only shown', async () => {
    const two = cluster + cluster.replace('"this"', '"other"');
    expect(await relationsOf({ 'a.yaml': workload('api'), 'tf/main.tf': two }, /^placed-in$/)).toEqual([]);
    const inCluster = (manifest: string, terraform: string) =>
      relationsOf({ [manifest]: workload('api'), [terraform]: cluster }, /^placed-in$/);
    expect(await inCluster('a.yaml', 'tf/main.tf')).toHaveLength(1);
    expect(await inCluster('examples/a.yaml', 'tf/main.tf')).toEqual([]);
    expect(await inCluster('a.yaml', 'examples/tf/main.tf')).toEqual([]);
  });
});
