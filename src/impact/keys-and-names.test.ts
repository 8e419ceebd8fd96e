import { describe, expect, it } from 'vitest';
import { readFiles } from '../../tests/support/read-example.ts';
import { assess } from './assess.ts';
import type { Change } from './effect.ts';

async function hit(
  files: Readonly<Record<string, string>>,
  address: string,
  change: Change,
  paths: readonly string[] = [],
): Promise<string[]> {
  const { graph, problems } = await readFiles(files);
  expect(problems).toEqual([]);
  const { radius } = assess(graph, graph.at(address), change, paths);
  return radius.affected
    .map(({ resource, effect, likely }) => `${resource.address} ${effect}${likely ? ' likely' : ''}`)
    .sort();
}

const deployment = (name: string, env: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: main
          image: "example.com/${name}:1"
${env}
`;
const key = (map: string, name: string, more = '') =>
  `          env: [{ name: X, valueFrom: { ${map}KeyRef: { name: settings, key: ${name}${more} } } }]`;
const all = '          envFrom: [{ configMapRef: { name: settings } }]';
const settings = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { url: "a", level: "b" }
`;

describe('a ConfigMap', () => {
  const files = {
    'a.yaml': [
      settings,
      deployment('by-url', key('configMap', 'url')),
      deployment('by-level', key('configMap', 'level')),
      deployment('all', all),
      deployment('perhaps', key('configMap', 'url', ', optional: true')),
    ].join(''),
  };

  it('whose key changes is noticed by those who read that key, or all', async () => {
    expect(await hit(files, 'ConfigMap/settings', 'modify', ['data.url'])).toEqual([
      'Deployment/all notices',
      'Deployment/by-url notices',
      'Deployment/perhaps notices',
    ]);
    expect(await hit(files, 'ConfigMap/settings', 'modify', ['data.level'])).toEqual([
      'Deployment/all notices',
      'Deployment/by-level notices',
    ]);
  });

  it('that changes otherwise, or who knows how, is noticed by all', async () => {
    expect(await hit(files, 'ConfigMap/settings', 'modify', ['metadata.labels.a', 'data.url'])).toHaveLength(
      4,
    );
    expect(await hit(files, 'ConfigMap/settings', 'modify')).toHaveLength(4);
  });

  it('that goes keeps nobody from starting who says that it is optional', async () => {
    expect(await hit(files, 'ConfigMap/settings', 'destroy')).toEqual([
      'Deployment/all latent',
      'Deployment/by-level latent',
      'Deployment/by-url latent',
      'Deployment/perhaps degraded',
    ]);
  });
});

it('an optional Secret leaves its readers in part, and one that images are pulled with stops their next start', async () => {
  const secret =
    '---\napiVersion: v1\nkind: Secret\nmetadata: { name: settings }\nstringData: { token: a }\n';
  const pulling = deployment('pulls', '      imagePullSecrets: [{ name: settings }]');
  const files = {
    'a.yaml': secret + deployment('perhaps', key('secret', 'token', ', optional: true')) + pulling,
  };
  expect(await hit(files, 'Secret/settings', 'destroy')).toEqual([
    'Deployment/perhaps degraded',
    'Deployment/pulls latent',
  ]);
});

describe('the names of doors', () => {
  const ingress = (annotations: string) => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  annotations: { ${annotations} }
spec:
  ingressClassName: alb
  rules: [{ host: www.shop.example.com }]
`;
  const zones = `
resource "aws_route53_zone" "shop" {
  name = "shop.example.com"
}
resource "aws_route53_zone" "above" {
  name = "example.com"
}
`;
  const arn = 'arn:aws:acm:eu-west-1:111122223333:certificate/1';

  it('lie in the zone that fits them best, where ExternalDNS writes them', async () => {
    const external = deployment('external-dns', '          args: [--source=ingress]');
    const files = { 'main.tf': zones, 'a.yaml': ingress('') + external };
    expect(await hit(files, 'aws_route53_zone.shop', 'unavailable')).toEqual(['Ingress/shop fails']);
    expect(await hit(files, 'aws_route53_zone.above', 'unavailable')).toEqual([]);
    expect(await hit({ ...files, 'a.yaml': ingress('') }, 'aws_route53_zone.shop', 'unavailable')).toEqual(
      [],
    );
  });

  it('are covered by a certificate, also with a wildcard', async () => {
    const certificate = (name: string) =>
      `resource "aws_acm_certificate" "one" {\n  domain_name = "${name}"\n  validation_method = "DNS"\n}\n`;
    const with_ = (name: string) => ({
      'main.tf': certificate(name),
      'a.yaml': ingress(`alb.ingress.kubernetes.io/certificate-arn: "${arn}"`),
    });
    expect(await hit(with_('*.shop.example.com'), 'aws_acm_certificate.one', 'destroy')).toEqual([
      'Ingress/shop fails likely',
    ]);
    expect(await hit(with_('*.example.com'), 'aws_acm_certificate.one', 'destroy')).toEqual([]);
  });

  it('lead through a target group to the Service that fills it', async () => {
    const files = {
      'main.tf': 'resource "aws_lb_target_group" "api" {\n  name = "api-targets"\n}\n',
      'a.yaml': `apiVersion: elbv2.k8s.aws/v1beta1
kind: TargetGroupBinding
metadata: { name: api }
spec:
  serviceRef: { name: api, port: 80 }
  targetGroupARN: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/api-targets/0123
---
apiVersion: v1
kind: Service
metadata: { name: api }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
${deployment('api', '')}`,
    };
    expect(await hit(files, 'Deployment/api', 'unavailable')).toEqual([
      'Service/api fails',
      'aws_lb_target_group.api fails',
    ]);
  });

  it('are allowed through a pod identity association', async () => {
    const files = {
      'main.tf': `resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = "{}"
}
resource "aws_eks_pod_identity_association" "api" {
  cluster_name    = "main"
  namespace       = "default"
  service_account = "api"
  role_arn        = aws_iam_role.api.arn
}
`,
      'a.yaml': `apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: default }
${deployment('api', '      serviceAccountName: api')}`,
    };
    expect(await hit(files, 'aws_iam_role.api', 'destroy')).toContain('ServiceAccount/default/api degraded');
  });
});

describe('what contains the failure', () => {
  const barriers = async (main: string, address: string) => {
    const { graph } = await readFiles({ 'main.tf': main });
    const { held, missing } = assess(graph, graph.at(address), 'unavailable');
    return { held: held.map(({ what }) => what), missing: missing.map(({ what }) => what) };
  };

  it('of tasks is their number and the way back', async () => {
    const service = (count: number, more: string) =>
      `resource "aws_ecs_service" "api" {\n  name = "api"\n  desired_count = ${count}\n${more}}\n`;
    const breaker = '  deployment_circuit_breaker {\n    enable = true\n    rollback = true\n  }\n';
    expect(await barriers(service(3, breaker), 'aws_ecs_service.api')).toEqual({
      held: ['3 tasks or more', 'a version that does not become healthy is rolled back'],
      missing: [],
    });
    expect(await barriers(service(1, ''), 'aws_ecs_service.api')).toEqual({
      held: [],
      missing: ['a second task: there may be one', 'a deployment circuit breaker that rolls back'],
    });
  });

  it('of instances is their number, and that those which do not answer are replaced', async () => {
    const group = (size: number, check: string) =>
      `resource "aws_autoscaling_group" "web" {\n  min_size = ${size}\n  max_size = 5\n  target_group_arns = ["arn:a"]\n${check}}\n`;
    expect(
      (await barriers(group(2, '  health_check_type = "ELB"\n'), 'aws_autoscaling_group.web')).missing,
    ).toEqual([]);
    expect((await barriers(group(1, ''), 'aws_autoscaling_group.web')).missing).toEqual([
      'a second instance: there may be one',
      'health_check_type = "ELB"',
    ]);
  });

  it('of a table is its recovery to a point in time', async () => {
    const table = (more: string) =>
      `resource "aws_dynamodb_table" "vans" {\n  name = "vans"\n  hash_key = "van"\n  attribute {\n    name = "van"\n    type = "S"\n  }\n${more}}\n`;
    expect((await barriers(table(''), 'aws_dynamodb_table.vans')).missing).toEqual([
      'point-in-time recovery',
    ]);
    const recovered = table('  point_in_time_recovery {\n    enabled = true\n  }\n');
    expect((await barriers(recovered, 'aws_dynamodb_table.vans')).held).toContain('point-in-time recovery');
  });
});
