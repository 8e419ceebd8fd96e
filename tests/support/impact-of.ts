import { expect } from 'vitest';
import { assess, type Impact } from '../../src/impact/assess.ts';
import type { Change } from '../../src/impact/effect.ts';
import { readFiles } from './read-example.ts';

/** What follows for others when what stands at an address changes. */
export async function impactOf(
  files: Record<string, string>,
  address: string,
  change: Change = 'unavailable',
): Promise<Impact> {
  const { graph } = await readFiles(files);
  const subjects = graph.at(address);
  expect(subjects, address).not.toEqual([]);
  return assess(graph, subjects, change);
}

/** A shop in a cluster: a door, an api and a web that keeps data. */
export const shop = `apiVersion: v1
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

/** What the shop has in AWS. */
export const cloud = `resource "aws_kms_key" "db" {}
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

/** Both. */
export const files = { 'shop.yaml': shop, 'main.tf': cloud };
