import type { Report, ReportedFinding } from '../../src/report/report.ts';
import { finding, reportOf } from './report-of.ts';

const database = finding({
  check: 'contracts/database-reachable-from-internet',
  title: 'Database reachable from the internet',
  dimension: 'security',
  severity: 'critical',
  sameAs: ['checkov:CKV_AWS_17', 'trivy:AVD-AWS-0180'],
  controls: ['pci-dss:1.3.1', 'soc2:CC6.6'],
  context: ['production', 'reachable from the internet', 'holds data'],
  environments: ['prod'],
  message:
    'The instance has a public address, its subnet routes to internet gateway aws_internet_gateway.main, and security group aws_security_group.db admits 0.0.0.0/0 and ::/0 on port 5432. Set `publicly_accessible = false` and admit only the security group of the cluster.',
  resource: 'module.database.aws_db_instance.orders',
  file: 'terraform/environments/prod/main.tf',
  startLine: 42,
  endLine: 42,
  startColumn: 3,
  endColumn: 36,
  via: [
    { what: 'module call database', file: 'terraform/environments/prod/main.tf', line: 38 },
    { what: 'variable publicly_accessible', file: 'terraform/modules/database/variables.tf', line: 17 },
    { what: 'instance class by default' },
  ],
  fix: 'unsafe',
  fixSummary: 'set publicly_accessible to false',
});

const workloads = ['api', 'cart', 'checkout', 'currency', 'email', 'payment', 'search', 'web'];

function memory(name: string, at: number): ReportedFinding {
  return finding({
    check: 'kubernetes/memory-limit-missing',
    title: 'Container without a memory limit',
    dimension: 'reliability',
    severity: 'high',
    sameAs: ['checkov:CKV_K8S_13', 'trivy:KSV-0018', 'kube-linter:unset-memory-requirements'],
    context:
      name === 'api' || name === 'web' ? ['production', 'reachable from the internet'] : ['production'],
    message: `Container "${name === 'web' ? 'nginx' : name}" has no memory limit: when it leaks, the kernel kills its neighbours on the node first. Set resources.limits.memory to what it needs at its peak.`,
    resource: `Deployment/shop/${name}`,
    file: `kubernetes/base/${name}.yaml`,
    startLine: 24 + at,
    endLine: 30 + at,
    via: [{ what: 'overlay production', file: 'kubernetes/overlays/production/kustomization.yaml', line: 3 }],
    environments: name === 'search' ? ['production'] : [],
  });
}

function port(name: string, target: number, open: number): ReportedFinding {
  return finding({
    check: 'contracts/service-port-unopened',
    title: 'Service sends traffic to a port that no container opens',
    dimension: 'functionality',
    severity: 'high',
    message: `Port "http" targets ${target}, but the pods of Deployment/shop/${name} open ${open} only, so every request is refused. Target ${open}.`,
    resource: `Service/shop/${name}`,
    file: `kubernetes/base/${name}.yaml`,
    startLine: 61,
    fix: 'safe',
    fixSummary: `set targetPort to ${open}`,
  });
}

function privileged(name: string): ReportedFinding {
  return finding({
    check: 'kubernetes/privilege-escalation-allowed',
    title: 'Container may gain more privileges than its parent',
    dimension: 'security',
    severity: 'medium',
    sameAs: ['checkov:CKV_K8S_20'],
    controls: ['cis-kubernetes:5.2.6'],
    message: `Container "${name}" may gain privileges through setuid binaries. Set \`allowPrivilegeEscalation: false\`.`,
    resource: `Deployment/shop/${name}`,
    file: 'charts/shop/templates/deployments.yaml',
    startLine: 18 + 40 * workloads.indexOf(name),
    startColumn: 9,
    fix: 'safe',
    fixSummary: 'set allowPrivilegeEscalation to false',
  });
}

const others: readonly ReportedFinding[] = [
  finding({
    check: 'aws/subnet-single-zone',
    title: 'Subnets of one tier share a zone',
    dimension: 'disaster-recovery',
    severity: 'medium',
    message: 'All subnets of the tier lie in eu-west-1a: losing that zone loses the tier.',
    resource: 'module.network.aws_subnet.private["eu-west-1a"]',
    also: [
      'module.network.aws_subnet.private["eu-west-1b"]',
      'module.network.aws_subnet.private["eu-west-1c"]',
    ],
    file: 'terraform/modules/network/subnets.tf',
    startLine: 9,
    endLine: 14,
  }),
  finding({
    check: 'aws/log-retention-unlimited',
    title: 'Log group kept for ever',
    dimension: 'cost',
    severity: 'low',
    message: 'The log group has no retention, and its storage is paid for until somebody notices.',
    resource: 'aws_cloudwatch_log_group.api',
    file: 'terraform/logs.tf',
    startLine: 3,
    fix: 'unsafe',
    fixSummary: 'set retention_in_days to 30',
  }),
  finding({
    check: 'terraform/variable-undescribed',
    title: 'Variable without a description',
    dimension: 'iac-quality',
    severity: 'info',
    message: 'Nobody can tell what "size" means without reading the module.',
    resource: 'variable.size',
    file: 'terraform/modules/database/variables.tf',
    startLine: 30,
    baselined: true,
  }),
];

/** A small repository with one of everything that a report can say. */
export const shop: Report = reportOf({
  findings: [
    database,
    ...workloads.map(memory),
    port('api', 8081, 8080),
    port('cart', 7070, 7000),
    privileged('cart'),
    privileged('api'),
    privileged('web'),
    ...others,
  ],
  suppressed: [
    {
      ...privileged('email'),
      by: {
        file: 'charts/shop/templates/deployments.yaml',
        line: 177,
        text: '# plinth:ignore kubernetes/privilege-escalation-allowed sendmail needs setuid',
        reason: 'sendmail needs setuid',
      },
    },
  ],
  problems: [
    {
      kind: 'tool',
      message: 'helm was not found on PATH, so the chart was not rendered. Install helm 3.8 or newer.',
      file: 'charts/shop/Chart.yaml',
    },
    {
      kind: 'tool',
      message: 'helm was not found on PATH, so the chart was not rendered. Install helm 3.8 or newer.',
      file: 'charts/jobs/Chart.yaml',
    },
    {
      kind: 'unreadable',
      message: 'A block is not closed before the end of the file: add "}".',
      file: 'terraform/broken.tf',
      startLine: 14,
      endLine: 20,
    },
    {
      kind: 'configuration',
      message: 'The baseline entry 3f1c expired on 2025-01-31: mend the finding or renew the entry.',
      file: 'plinth.baseline.yaml',
      startLine: 8,
    },
  ],
  examined: {
    functionality: [212, 4],
    security: [1204, 31],
    reliability: [388, 0],
    cost: [41, 2],
    'iac-quality': [96, 0],
    'disaster-recovery': [9, 0],
  },
  notes: {
    observability: ['no metrics, logs or alerts are declared anywhere'],
    'disaster-recovery': ['no backup, replica or restore is declared anywhere'],
  },
  coverage: {
    units: [
      {
        id: 'terraform:terraform/environments/prod',
        kind: 'terraform',
        path: 'terraform/environments/prod',
        environment: 'prod',
        resources: 61,
      },
      {
        id: 'kustomize:kubernetes/overlays/production',
        kind: 'kustomize',
        path: 'kubernetes/overlays/production',
        environment: 'production',
        resources: 48,
      },
      { id: 'github-actions:.', kind: 'github-actions', path: '.', resources: 2 },
    ],
    resources: { aws_subnet: 6, aws_db_instance: 1, variable: 54, Deployment: 24, Service: 24, workflow: 2 },
    files: { total: 132, read: 48, failed: 1, other: { '.go': 61, '.md': 14, '': 5, '.png': 3 } },
    undecided: [
      {
        reason: 'variable "region" has no default and no variables file sets it',
        count: 28,
        checks: ['aws/subnet-single-zone', 'aws/log-retention-unlimited', 'aws/bucket-unencrypted'],
      },
      { reason: 'data.aws_ami.base is read at apply time', count: 9, checks: ['aws/instance-image-stale'] },
    ],
  },
  checks: 84,
  nextStep:
    'Run `plinth fix --dry-run` to see 5 safe fixes, then `plinth explain contracts/database-reachable-from-internet` for the worst finding.',
});

/** A folder in which there was nothing for Plinth to read. */
export const nothingRead: Report = reportOf({
  coverage: {
    units: [],
    resources: {},
    undecided: [],
    files: { total: 3, read: 0, failed: 0, other: { '.md': 2, '.png': 1 } },
  },
  nextStep:
    'Give a folder that holds Terraform, Kubernetes, Helm, Kustomize, Dockerfiles or GitHub Actions workflows.',
});

/** A repository that nothing is wrong with. */
export const sound: Report = reportOf({
  coverage: {
    units: [],
    resources: { Deployment: 4, Service: 4 },
    undecided: [],
    files: { total: 12, read: 8, failed: 0, other: { '.md': 4 } },
  },
  examined: {
    functionality: [24, 0],
    security: [88, 0],
    reliability: [52, 0],
    observability: [8, 0],
    'iac-quality': [8, 0],
  },
  checks: 61,
});
