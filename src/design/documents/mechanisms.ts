import type { Dimension } from '../../model/dimension.ts';
import type { About } from './about.ts';

/** Something in the output that implements controls. It counts where its place is found, and nowhere else. */
export interface Mechanism {
  readonly what: string;
  /** where it is, by path and by what the text there holds */
  readonly path: RegExp;
  readonly holds?: RegExp;
  /** controls that it serves, as checks write them; laws that stand upon those follow from the crosswalk */
  readonly serves: readonly string[];
  readonly dimension?: Dimension;
  /** only where it applies; always where absent */
  readonly when?: (about: About) => boolean;
}

const roots = /^terraform\/environments\/.*\.tf$/;
const clusters = /^(kubernetes|gitops|policy)\/.*\.(ya?ml|tpl)$/;
const pipelines = /^(\.github\/workflows\/|\.gitlab-ci\.yml|\.gitlab\/)/;
const modules = (name: string) => new RegExp(`^terraform/modules/${name}/[^/]*\\.tf$`);

export const mechanisms: readonly Mechanism[] = [
  {
    what: 'stored data is encrypted with keys of the platform, which change every year',
    path: roots,
    holds: /modules\/kms-key"/,
    serves: ['pci-dss:3.5.1', 'pci-dss:3.6.1', 'pci-dss:3.7.1', 'pci-dss:3.7.4', 'soc2:CC6.1', 'soc2:C1.1'],
  },
  {
    what: 'what comes from outside is encrypted, with certificates that renew themselves',
    path: roots,
    holds: /modules\/certificate"/,
    serves: ['pci-dss:4.2.1', 'pci-dss:4.2.1.1', 'soc2:CC6.7'],
  },
  {
    what: 'databases refuse connections without TLS',
    path: modules('database'),
    holds: /rds\.force_ssl|require_secure_transport/,
    serves: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  },
  {
    what: 'caches are reached by TLS and a password',
    path: modules('cache'),
    holds: /transit_encryption_enabled/,
    serves: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  },
  {
    what: 'services prove to each other who they are (mTLS)',
    path: clusters,
    holds: /^kind: (PeerAuthentication|MeshTLSAuthentication)\b/m,
    serves: ['pci-dss:4.2.1', 'soc2:CC6.7', 'pci-dss:8.3.1'],
  },
  {
    what: 'nothing in a cluster talks to anything, but for the flows of the blueprint',
    path: clusters,
    holds: /^kind: NetworkPolicy\b/m,
    serves: ['pci-dss:1.2.5', 'pci-dss:1.3.1', 'pci-dss:1.3.2', 'pci-dss:7.3.3', 'soc2:CC6.1', 'soc2:CC6.6'],
  },
  {
    what: 'data is in subnets without a way to the internet, what computes in private ones',
    path: modules('network'),
    holds: /resource "aws_subnet" "data"/,
    serves: [
      'pci-dss:1.2.1',
      'pci-dss:1.4.1',
      'pci-dss:1.4.2',
      'pci-dss:1.4.4',
      'pci-dss:1.4.5',
      'soc2:CC6.6',
      'gdpr:25(1)',
    ],
  },
  {
    what: 'only who needs a datastore may connect to it (security groups)',
    path: /^terraform\/modules\/(database|cache)\/main\.tf$/,
    holds: /aws_vpc_security_group_ingress_rule/,
    serves: ['pci-dss:1.3.1', 'pci-dss:1.4.4', 'pci-dss:7.3.3', 'soc2:CC6.1'],
  },
  {
    what: 'a firewall for web applications stands before public hosts, and blocks',
    path: roots,
    holds: /modules\/web-firewall"/,
    serves: ['pci-dss:6.4.1', 'pci-dss:6.4.2', 'soc2:CC6.6'],
  },
  {
    what: 'connections of the network are logged',
    path: modules('network'),
    holds: /aws_flow_log/,
    serves: ['pci-dss:10.2.1', 'soc2:CC7.2'],
  },
  {
    what: 'every call of AWS is logged where it cannot be changed unnoticed',
    path: modules('audit'),
    holds: /aws_cloudtrail/,
    serves: [
      'pci-dss:10.2.1',
      'pci-dss:10.3.1',
      'pci-dss:10.3.2',
      'pci-dss:10.3.3',
      'pci-dss:10.3.4',
      'soc2:CC7.2',
    ],
  },
  {
    what: 'configuration is recorded, and its changes',
    path: modules('region-watch'),
    holds: /aws_config_configuration_recorder/,
    serves: ['pci-dss:1.2.8', 'pci-dss:11.5.2', 'soc2:CC7.1'],
  },
  {
    what: 'AWS tells what is open to other accounts',
    path: modules('region-watch'),
    holds: /aws_accessanalyzer_analyzer/,
    serves: ['soc2:CC6.1', 'pci-dss:7.2.1'],
  },
  {
    what: 'GuardDuty looks for intrusions and malware',
    path: modules('region-watch'),
    holds: /aws_guardduty_detector/,
    serves: [
      'pci-dss:5.2.1',
      'pci-dss:5.3.4',
      'pci-dss:10.4.1',
      'pci-dss:11.5.1',
      'soc2:CC6.8',
      'soc2:CC7.2',
      'soc2:CC7.3',
    ],
  },
  {
    what: 'the control plane of clusters keeps an audit log',
    path: roots,
    holds: /log_types = \[\s*"api",\s*"audit"/,
    serves: ['pci-dss:10.2.1', 'soc2:CC7.2'],
  },
  {
    what: 'logs are kept for a year',
    path: roots,
    holds: /log_retention_days +=\s+(36[5-9]|3[7-9]\d|[4-9]\d\d|\d{4,})/,
    serves: ['pci-dss:10.5.1'],
  },
  {
    what: 'numbers of cards and secrets are masked in logs',
    path: /^(observability|terraform\/environments)\/.*\.(ya?ml|tf)$/,
    holds: /redact\.lua|modules\/log-redaction"/,
    serves: ['pci-dss:3.4.1'],
  },
  {
    what: 'alarms reach people',
    path: roots,
    holds: /modules\/alarm-topic"/,
    serves: ['pci-dss:10.7.2', 'soc2:CC7.3'],
  },
  {
    what: 'alerts on symptoms, from objectives',
    path: /^(observability\/.*\.ya?ml|terraform\/environments\/.*\.tf)$/,
    holds: /alert: |^kind: PrometheusRule|modules\/objective-alarms"/m,
    serves: ['soc2:CC7.2', 'soc2:A1.1', 'pci-dss:10.7.2'],
  },
  {
    what: 'services scale with what is asked of them',
    path: /^(kubernetes|terraform)\//,
    holds: /^kind: (HorizontalPodAutoscaler|ScaledObject)\b|aws_appautoscaling_target/m,
    serves: ['soc2:A1.1'],
  },
  {
    what: 'what keeps data is backed up, into a vault that is locked',
    path: roots,
    holds: /modules\/backup"/,
    serves: ['soc2:A1.2', 'soc2:CC7.5'],
    dimension: 'disaster-recovery',
  },
  {
    what: 'it goes on when a zone is lost',
    path: roots,
    holds: /multi_zone +=\s+true|zones += \[/,
    serves: ['soc2:A1.2'],
    dimension: 'reliability',
  },
  {
    what: 'restores are described step by step, with drills',
    path: /^docs\/disaster-recovery\.md$/,
    serves: ['soc2:A1.3', 'hipaa:164.312(a)(2)(ii)'],
  },
  {
    what: 'what is done in an incident is described',
    path: /^docs\/on-call\.md$/,
    serves: ['soc2:CC7.4'],
  },
  {
    what: 'each workload has an identity of its own, with rights to what it needs',
    path: roots,
    holds: /modules\/(identity|ecs-service|function)"/,
    serves: ['pci-dss:7.2.1', 'pci-dss:7.2.5', 'pci-dss:8.6.1', 'soc2:CC6.3'],
  },
  {
    what: 'the pipeline proves what it is, and holds no keys; plans may read, applies may change',
    path: /^terraform\/bootstrap\/.*\.tf$/,
    holds: /modules\/ci-identity"/,
    serves: ['pci-dss:7.2.5', 'pci-dss:8.6.2', 'soc2:CC6.3'],
  },
  {
    what: 'secrets are in a store, in no file and no state',
    path: /^(terraform\/environments|kubernetes)\//,
    holds: /modules\/secret"|^kind: ExternalSecret\b|manage_master_user_password/m,
    serves: ['pci-dss:8.3.2', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  },
  {
    what: 'passwords of databases are made by machines, and known to none',
    path: modules('database'),
    holds: /manage_master_user_password|ephemeral|random_password|password_wo/,
    serves: ['pci-dss:2.2.2', 'pci-dss:8.3.6', 'pci-dss:8.6.3'],
  },
  {
    what: 'changes are planned, judged, approved, and applied as planned',
    path: pipelines,
    holds: /terraform plan/,
    serves: ['pci-dss:6.5.1', 'soc2:CC8.1'],
  },
  {
    what: 'who is asked about a change is written down',
    path: /CODEOWNERS$/,
    serves: ['pci-dss:6.5.1', 'soc2:CC8.1'],
  },
  {
    what: 'environments are in accounts of their own',
    path: /^terraform\/bootstrap\/[^/]+\/main\.tf$/,
    serves: ['pci-dss:6.5.3', 'pci-dss:6.5.4'],
    when: ({ architecture }) =>
      architecture.platform.accounts === 'per-environment' && architecture.environments.length > 1,
  },
  {
    what: 'what somebody changes by hand is noticed',
    path: pipelines,
    holds: /drift/,
    serves: ['pci-dss:1.2.8', 'pci-dss:11.5.2', 'soc2:CC7.1'],
  },
  {
    what: 'plans are held against policies',
    path: /^policy\/terraform\/.*\.rego$/,
    serves: ['pci-dss:2.2.1', 'pci-dss:2.2.6', 'soc2:CC8.1'],
  },
  {
    what: 'clusters refuse what breaks the policies',
    path: clusters,
    holds: /^kind: (ValidatingAdmissionPolicy|ClusterPolicy|ValidatingPolicy|Constraint\w*)\b/m,
    serves: ['pci-dss:2.2.6', 'soc2:CC6.8'],
  },
  {
    what: 'images are scanned, listed part by part, and signed',
    path: pipelines,
    holds: /trivy[\s\S]*cosign|cosign[\s\S]*trivy/,
    serves: ['pci-dss:6.3.1', 'pci-dss:6.3.2', 'pci-dss:6.3.3', 'pci-dss:11.3.1', 'soc2:CC6.8', 'soc2:CC7.1'],
  },
  {
    what: 'containers run without root and without capabilities',
    path: /^(kubernetes|terraform\/modules\/ecs-service)\//,
    holds: /runAsNonRoot: true|readonlyRootFilesystem/,
    serves: ['pci-dss:2.2.4', 'pci-dss:2.2.6', 'soc2:CC6.8'],
  },
  {
    what: 'teams have namespaces of their own, with quotas',
    path: /^kubernetes\//,
    holds: /^kind: ResourceQuota\b/m,
    serves: ['pci-dss:2.2.3', 'soc2:CC6.3'],
  },
  {
    what: 'the control plane is reached from the network only, by TLS',
    path: modules('cluster'),
    holds: /endpoint_public_access\s+= (false|var)/,
    serves: ['pci-dss:2.2.7', 'pci-dss:1.4.2'],
  },
  {
    what: 'former versions of objects end after their days',
    path: modules('bucket'),
    holds: /noncurrent_version_expiration|noncurrent_days/,
    serves: ['pci-dss:3.2.1', 'soc2:C1.2'],
  },
  {
    what: 'data is kept in the regions that the blueprint names',
    path: /^terraform\/environments\/[^/]+(\/data)?\/providers\.tf$/,
    serves: ['gdpr:44'],
    when: ({ architecture }) =>
      architecture.environments.every(
        ({ region, recovery }) => region.startsWith('eu-') && (recovery?.region ?? 'eu-').startsWith('eu-'),
      ),
  },
];
