import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';

/** Relations as text; those into a namespace are left out unless they are asked for. */
async function relationsOf(files: Record<string, string>, kinds = /^(?!placed-in)/): Promise<string[]> {
  const { graph } = await readFiles(files);
  return graph.relations
    .filter(({ kind }) => kinds.test(kind))
    .map(({ kind, from, to }) => `${from.address} ${kind} ${to.address}`)
    .sort();
}

const workload = (name: string, container = '', rest = '', kind = 'Deployment') => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: main, image: "registry.example.com/${name}:1"${container} }]
${rest}`;
const service = (
  name: string,
  namespace = 'shop',
  spec = `selector: { app: ${name} }, ports: [{ port: 80 }]`,
) => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { ${spec} }
`;
const object = (apiVersion: string, kind: string, name: string, rest = '') => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
${rest}
`;

describe('settings that name a Service', () => {
  const calls = async (env: string, ...services: string[]) =>
    relationsOf({ 'a.yaml': workload('api', `, env: [${env}]`) + services.join('') }, /^calls$/);

  it('do so behind a scheme, before a port, by a name that only a Service has, or alone', async () => {
    const services = [service('redis'), service('mail', 'other')];
    for (const [env, called] of [
      ['{ name: CACHE, value: "redis:6379" }', 'shop/redis'],
      ['{ name: CACHE, value: "redis://:secret@redis/0" }', 'shop/redis'],
      ['{ name: REDIS_HOST, value: redis }', 'shop/redis'],
      ['{ name: PEERS, value: "redis-0.redis:6379,redis-1.redis:6379" }', 'shop/redis'],
      ['{ name: X, value: "http://mail.other/send" }', 'other/mail'],
      ['{ name: X, value: mail.other.svc.cluster.local }', 'other/mail'],
    ] as const)
      expect(await calls(env, ...services), env).toEqual([`Deployment/shop/api calls Service/${called}`]);
  });

  it('do not by chance', async () => {
    const services = [service('redis'), service('smtp', 'mail'), service('api')];
    for (const env of [
      '{ name: STORE, value: redis }',
      '{ name: IMAGE, value: "redis:7.4" }',
      '{ name: IMAGE, value: "redis:16" }',
      '{ name: SMTP_HOST, value: smtp.mail.example.com }',
      '{ name: MAIL_HOST, value: mail }',
      // itself
      '{ name: SELF, value: "http://api" }',
    ])
      expect(await calls(env, ...services), env).toEqual([]);
  });

  it('may stand in ConfigMaps, Secrets and arguments', async () => {
    const relations = await relationsOf({
      'a.yaml': `${workload('api', ', args: ["--upstream=http://redis.shop.svc:6379"]')}${service('redis')}
${object('v1', 'ConfigMap', 'settings', 'data: { app.yaml: "cache: redis:6379" }')}${object('v1', 'Secret', 'login', 'stringData: { url: "redis://redis:6379" }')}`,
    });
    expect(relations).toEqual([
      'ConfigMap/shop/settings calls Service/shop/redis',
      'Deployment/shop/api calls Service/shop/redis',
      'Secret/shop/login calls Service/shop/redis',
    ]);
  });
});

describe('network policies', () => {
  const policy = (rest: string) =>
    object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'db',
      `spec: { podSelector: { matchLabels: { app: db } }, ingress: [${rest}] }`,
    );
  const reached = (rest: string) =>
    relationsOf({ 'a.yaml': workload('db') + workload('api') + policy(rest) }, /^reaches$/);

  it('tell who reaches whom', async () => {
    expect(await reached('{ from: [{ podSelector: { matchLabels: { app: api } } }] }')).toEqual([
      'Deployment/shop/api reaches Deployment/shop/db',
    ]);
  });

  it('tell nothing where they let all pods in, a namespace, or what only scrapes', async () => {
    expect(await reached('{ from: [{ podSelector: {} }] }')).toEqual([]);
    expect(await reached('{ from: [{ namespaceSelector: { matchLabels: { a: b } } }] }')).toEqual([]);
    const scraping = '{ from: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: metrics }] }';
    expect(await reached(scraping)).toEqual([]);
    const other =
      '{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: other } }, podSelector: { matchLabels: { app: api } } }] }';
    expect(await reached(other)).toEqual([]);
  });
});

describe('settings that name a cloud resource', () => {
  const database = (environment: string) => `resource "aws_db_instance" "orders" {
  identifier = "${environment}-shop-orders"
  engine     = "postgres"
}
`;

  it('lead there from a variable of a container', async () => {
    const relations = await relationsOf({
      'a.yaml': workload(
        'api',
        ', env: [{ name: DB, value: "prod-shop-orders.abc.eu-west-1.rds.amazonaws.com" }]',
      ),
      'main.tf': database('prod'),
    });
    expect(relations).toEqual(['Deployment/shop/api configured-by aws_db_instance.orders']);
  });

  it('lead there from a Secret, whose data is in Base64', async () => {
    const url = Buffer.from('postgres://app:pw@prod-shop-orders.abc.rds.amazonaws.com/shop').toString(
      'base64',
    );
    const relations = await relationsOf({
      'a.yaml': object('v1', 'Secret', 'login', `data: { url: ${url} }`),
      'main.tf': database('prod'),
    });
    expect(relations).toEqual(['Secret/shop/login configured-by aws_db_instance.orders']);
  });

  it('lead into another environment where only that has the name', async () => {
    const files = (name: string) => ({
      'k8s/prod/a.yaml': workload('api', `, env: [{ name: DB, value: "${name}.abc.rds.amazonaws.com" }]`),
      'tf/prod/main.tf': database('prod'),
      'tf/staging/main.tf': database('staging'),
    });
    const unitsOf = async (name: string) => {
      const { graph } = await readFiles(files(name));
      return graph.relations.filter(({ kind }) => kind === 'configured-by').map(({ to }) => to.unit.id);
    };
    expect(await unitsOf('prod-shop-orders')).toEqual(['terraform:tf/prod']);
    expect(await unitsOf('staging-shop-orders')).toEqual(['terraform:tf/staging']);
  });
});

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

describe('ways in', () => {
  it('lead from routes to Gateways and their class', async () => {
    const gateway = (kind: string, name: string, rest: string) =>
      object('gateway.networking.k8s.io/v1', kind, name, rest);
    const relations = await relationsOf({
      'a.yaml': `${gateway('HTTPRoute', 'shop', 'spec: { parentRefs: [{ name: edge }], rules: [{ backendRefs: [{ name: api, port: 80 }] }] }')}${gateway('Gateway', 'edge', 'spec: { gatewayClassName: nginx }')}${service('api')}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: nginx }
`,
    });
    expect(relations).toEqual([
      'Gateway/shop/edge uses GatewayClass/nginx',
      'HTTPRoute/shop/shop routes-to Service/shop/api',
      'HTTPRoute/shop/shop uses Gateway/shop/edge',
    ]);
  });

  it('lead from a name to what it means', async () => {
    const relations = await relationsOf({
      'a.yaml':
        service(
          'db',
          'shop',
          'type: ExternalName, externalName: prod-shop-orders.abc.eu-west-1.rds.amazonaws.com',
        ) +
        service('alias', 'shop', 'type: ExternalName, externalName: real.other.svc.cluster.local') +
        service('real', 'other'),
      'main.tf': 'resource "aws_db_instance" "orders" {\n  identifier = "prod-shop-orders"\n}\n',
    });
    expect(relations).toEqual([
      'Service/shop/alias calls Service/other/real',
      'Service/shop/db configured-by aws_db_instance.orders',
    ]);
  });

  it('lead to the custom resource whose operator makes the pods', async () => {
    const relations = await relationsOf({
      'a.yaml': `${service('prometheus', 'shop', 'selector: { app.kubernetes.io/name: prometheus, app.kubernetes.io/instance: k8s }, ports: [{ port: 9090 }]')}${object('monitoring.coreos.com/v1', 'Prometheus', 'k8s', 'spec: { serviceAccountName: prometheus }')}${object('v1', 'ServiceAccount', 'prometheus')}`,
    });
    expect(relations).toEqual([
      'Prometheus/shop/k8s runs-as ServiceAccount/shop/prometheus',
      'Service/shop/prometheus uses Prometheus/shop/k8s',
    ]);
  });
});

describe('installers', () => {
  it('lead from an Application to the objects of its folder', async () => {
    const relations = await relationsOf({
      'argocd/shop.yaml': object(
        'argoproj.io/v1alpha1',
        'Application',
        'shop',
        'spec: { source: { repoURL: x, path: deploy/shop } }',
      ),
      'deploy/shop/a.yaml': object('v1', 'ConfigMap', 'a'),
      'deploy/shop/nested/b.yaml': object('v1', 'ConfigMap', 'b'),
      'deploy/shopping/c.yaml': object('v1', 'ConfigMap', 'c'),
    });
    expect(relations).toEqual([
      'Application/shop/shop deploys ConfigMap/shop/a',
      'Application/shop/shop deploys ConfigMap/shop/b',
    ]);
  });

  it('lead from a Kustomization of Flux to its folder, also through an artifact, and to what it waits for', async () => {
    const flux = (name: string, spec: string) =>
      object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', name, `spec: { ${spec} }`);
    const relations = await relationsOf({
      'clusters/a.yaml': `${flux('apps', 'path: ./apps, dependsOn: [{ name: infra }], sourceRef: { kind: GitRepository, name: main }')}${flux('infra', 'path: ./controllers, sourceRef: { kind: ExternalArtifact, name: infrastructure }')}${object('source.toolkit.fluxcd.io/v1', 'GitRepository', 'main')}${object('source.extensions.fluxcd.io/v1beta1', 'ArtifactGenerator', 'all', 'spec: { artifacts: [{ name: infrastructure, copy: [{ from: "@repo/infrastructure/**", to: "@artifact/" }] }] }')}`,
      'apps/a.yaml': object('v1', 'ConfigMap', 'app'),
      'infrastructure/controllers/a.yaml': object('v1', 'ConfigMap', 'controller'),
    });
    expect(relations).toEqual([
      'Kustomization/shop/apps deploys ConfigMap/shop/app',
      'Kustomization/shop/apps uses GitRepository/shop/main',
      'Kustomization/shop/apps uses Kustomization/shop/infra',
      'Kustomization/shop/infra deploys ConfigMap/shop/controller',
      'Kustomization/shop/infra uses ArtifactGenerator/shop/all',
    ]);
  });
});

describe('remote states', () => {
  const reader = `data "terraform_remote_state" "network" {
  backend = "s3"
  config  = { bucket = "state", key = "network.tfstate", region = "eu-west-1" }
}
`;
  const root = (key: string) => `terraform {
  backend "s3" {
    bucket = "state"
    key    = "${key}"
    region = "eu-west-1"
  }
}
output "vpc_id" {
  value = "vpc-1"
}
`;

  it('lead to the outputs of the root that keeps its state there', async () => {
    const files = {
      'app/main.tf': reader,
      'network/main.tf': root('network.tfstate'),
      'other/main.tf': root('other.tfstate'),
    };
    const { graph } = await readFiles(files);
    expect(graph.relations.map(({ from, to }) => `${from.address} ${to.unit.id} ${to.address}`)).toEqual([
      'data.terraform_remote_state.network terraform:network output.vpc_id',
    ]);
  });
});
