import { describe, expect, it } from 'vitest';
import { object, relationsOf, workload } from '../../../tests/support/relations-of.ts';

describe('Secrets', () => {
  it('lead to what makes them, and that to where it takes them from', async () => {
    const relations = await relationsOf({
      'a.yaml': `${workload('api', '', '      volumes: [{ name: login, secret: { secretName: db } }]\n')}
${object('external-secrets.io/v1', 'ExternalSecret', 'database', 'spec: { secretStoreRef: { name: aws, kind: ClusterSecretStore }, target: { name: db }, data: [{ secretKey: password, remoteRef: { key: prod-shop-db } }] }')}
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
`,
      'main.tf': 'resource "aws_secretsmanager_secret" "db" {\n  name = "prod-shop-db"\n}\n',
    });
    expect(relations).toEqual([
      'Deployment/shop/api uses ExternalSecret/shop/database',
      'ExternalSecret/shop/database reads aws_secretsmanager_secret.db',
      'ExternalSecret/shop/database uses ClusterSecretStore/aws',
    ]);
  });

  it('may be made by Terraform', async () => {
    const relations = await relationsOf({
      'a.yaml': workload('api', '', '      volumes: [{ name: login, secret: { secretName: db } }]\n'),
      'main.tf': `resource "aws_db_instance" "orders" {}
resource "kubernetes_secret_v1" "db" {
  metadata {
    name      = "db"
    namespace = "shop"
  }
  data = { host = aws_db_instance.orders.address }
}
`,
    });
    expect(relations).toEqual([
      'Deployment/shop/api uses kubernetes_secret_v1.db',
      'kubernetes_secret_v1.db references aws_db_instance.orders',
    ]);
  });

  it('of an Ingress lead to their Certificate, and that to its issuer', async () => {
    const relations = await relationsOf({
      'a.yaml': `${object('networking.k8s.io/v1', 'Ingress', 'shop', 'spec: { tls: [{ hosts: [shop.example.com], secretName: shop-tls }] }')}${object('cert-manager.io/v1', 'Certificate', 'shop', 'spec: { secretName: shop-tls, issuerRef: { name: letsencrypt, kind: ClusterIssuer } }')}
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: letsencrypt }
`,
    });
    expect(relations).toEqual([
      'Certificate/shop/shop uses ClusterIssuer/letsencrypt',
      'Ingress/shop/shop uses Certificate/shop/shop',
    ]);
  });

  it('of another namespace are others', async () => {
    const made = object('external-secrets.io/v1', 'ExternalSecret', 'db').replace(
      'namespace: shop',
      'namespace: other',
    );
    const reader = workload('api', '', '      volumes: [{ name: login, secret: { secretName: db } }]\n');
    expect(await relationsOf({ 'a.yaml': reader + made })).toEqual([]);
  });
});
