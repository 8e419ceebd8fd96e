// Time and memory of a whole `verify` over generated repositories of 1,000, 10,000 and 100,000 resources, side by side.
//   node bench/scale.mjs [kubernetes|tenants|terraform|both] [COUNT...]
// Needs `npm run build`. Each run is a process of its own. Prints what one resource costs, which is to stay the same;
// nothing here passes or fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const library = new URL('../dist/index.js', import.meta.url).href;

/** Ten objects that hang together, as one application of many has them. */
function application(at, name = `app-${at}`, namespace = `team-${at % 100}`) {
  const object = (apiVersion, kind, rest) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n${rest}`;
  return [
    object('v1', 'ServiceAccount', ''),
    object('v1', 'ConfigMap', `data:\n  LEVEL: info\n  NAME: ${name}\n`),
    object(
      'apps/v1',
      'Deployment',
      `spec:
  replicas: 2
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name}, team: team-${at % 100} }
    spec:
      serviceAccountName: ${name}
      containers:
        - name: main
          image: registry.example.com/${name}:1.${at % 7}.0
          ports: [{ containerPort: 8080, name: http }]
          envFrom: [{ configMapRef: { name: ${name} } }]
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 256Mi }
          readinessProbe: { httpGet: { path: /ready, port: http } }
`,
    ),
    object(
      'v1',
      'Service',
      `spec:\n  selector: { app: ${name} }\n  ports: [{ port: 80, targetPort: http }]\n`,
    ),
    object(
      'networking.k8s.io/v1',
      'Ingress',
      `spec:\n  rules:\n    - host: ${name}.example.com\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend: { service: { name: ${name}, port: { number: 80 } } }\n`,
    ),
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      `spec:\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }\n  minReplicas: 2\n  maxReplicas: 5\n`,
    ),
    object(
      'policy/v1',
      'PodDisruptionBudget',
      `spec:\n  maxUnavailable: 1\n  selector: { matchLabels: { app: ${name} } }\n`,
    ),
    object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      `spec:\n  podSelector: { matchLabels: { app: ${name} } }\n  policyTypes: [Ingress]\n`,
    ),
    object(
      'rbac.authorization.k8s.io/v1',
      'Role',
      `rules:\n  - { apiGroups: [''], resources: [configmaps], verbs: [get] }\n`,
    ),
    object(
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      `roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${name} }\nsubjects: [{ kind: ServiceAccount, name: ${name} }]\n`,
    ),
  ].join('---\n');
}

function kubernetes(count) {
  return Array.from({ length: count / 10 }, (_, at) => [
    `kubernetes/team-${at % 100}/app-${at}.yaml`,
    application(at),
  ]);
}

/** The same application for each of many tenants: every name and label is there once in each namespace. */
function tenants(count) {
  return Array.from({ length: count / 10 }, (_, at) => [
    `tenants/tenant-${at}/app.yaml`,
    application(at, 'app', `tenant-${at}`),
  ]);
}

/** A root of 1,000 resources: ten modules with ten instances each, and one of 100 buckets in the root itself. */
function root(at) {
  const calls = Array.from(
    { length: 10 },
    (_, call) => `module "service_${call}" {
  source      = "../../modules/service"
  for_each    = toset([for number in range(10) : "cell-\${number}"])
  name        = "\${each.key}-${call}"
  environment = var.environment
  subnets     = aws_subnet.private[*].id
}
`,
  );
  return `variable "environment" {
  type        = string
  description = "Where this runs."
  default     = "stage-${at}"
}
resource "aws_vpc" "main" {
  cidr_block = "10.${at % 200}.0.0/16"
}
resource "aws_subnet" "private" {
  count      = 3
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}
${calls.join('')}resource "aws_s3_bucket" "shared" {
  for_each = toset([for number in range(96) : "shared-\${number}"])
  bucket   = "\${var.environment}-\${each.key}"
}
`;
}

const service = `variable "name" {
  type        = string
  description = "Of the service."
}
variable "environment" {
  type        = string
  description = "Where it runs."
}
variable "subnets" {
  type        = list(string)
  description = "Where it runs."
}
locals {
  full = "\${var.environment}-\${var.name}"
  tags = { Service = var.name, Environment = var.environment }
}
resource "aws_security_group" "this" {
  name = local.full
  tags = local.tags
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
resource "aws_db_instance" "this" {
  identifier             = local.full
  engine                 = "postgres"
  instance_class         = "db.t4g.medium"
  vpc_security_group_ids = [aws_security_group.this.id]
  tags                   = local.tags
}
resource "aws_s3_bucket" "this" {
  bucket = local.full
  tags   = local.tags
}
resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_iam_role" "this" {
  name               = local.full
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}
output "bucket" {
  value       = aws_s3_bucket.this.arn
  description = "Where the service keeps its files."
}
`;

function terraform(count) {
  return [
    ['terraform/modules/service/main.tf', service],
    ...Array.from({ length: count / 1000 }, (_, at) => [`terraform/roots/root-${at}/main.tf`, root(at)]),
  ];
}

const kinds = {
  kubernetes,
  tenants,
  terraform,
  both: (count) => [...kubernetes(count / 2), ...terraform(count / 2)],
};

async function runOne(folder) {
  const { verify } = await import(library);
  const start = performance.now();
  const { summary } = await verify(folder, { render: false });
  const { user, system } = process.cpuUsage();
  console.log(
    JSON.stringify({
      ...summary,
      wall: performance.now() - start,
      processor: (user + system) / 1000,
      // kibibytes
      peak: process.resourceUsage().maxRSS / 1024,
    }),
  );
}

function measure(kind, count) {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-scale-'));
  try {
    for (const [path, text] of kinds[kind](count)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const script = fileURLToPath(import.meta.url);
    const run = spawnSync(process.execPath, [script, '--one', folder], { encoding: 'utf8' });
    if (run.status !== 0) return `${kind} ${count}: ${run.stderr.trim().split('\n').slice(-12).join('\n')}`;
    const { resources, findings, wall, processor, peak } = JSON.parse(run.stdout);
    const each = (processor / resources) * 1000;
    return [
      kind.padEnd(11),
      `${resources} resources`.padStart(17),
      `${findings} findings`.padStart(16),
      `${wall.toFixed(0)} ms`.padStart(9),
      `${processor.toFixed(0)} ms of processor`.padStart(22),
      `${each.toFixed(0)} µs each`.padStart(13),
      `${peak.toFixed(0)} MiB`.padStart(9),
      `${((peak / resources) * 1024).toFixed(1)} KiB each`.padStart(14),
    ].join('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--one') await runOne(rest[0]);
else {
  const counts = rest.length > 0 ? rest.map(Number) : [1000, 10_000, 100_000];
  for (const kind of first ? [first] : Object.keys(kinds))
    for (const count of counts) console.log(measure(kind, count));
}
