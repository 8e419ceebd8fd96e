import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Where each service says which of its logs go to CloudWatch Logs. Source: Terraform AWS provider. */
const exports: Readonly<Record<string, string>> = {
  aws_db_instance: 'enabled_cloudwatch_logs_exports',
  aws_rds_cluster: 'enabled_cloudwatch_logs_exports',
  aws_docdb_cluster: 'enabled_cloudwatch_logs_exports',
  aws_neptune_cluster: 'enable_cloudwatch_logs_exports',
  aws_opensearch_domain: 'log_publishing_options',
  aws_elasticsearch_domain: 'log_publishing_options',
};

export default check({
  id: 'aws/database-logs-missing',
  title: 'Database whose logs stay on its host',
  dimension: 'observability',
  severity: 'low',
  why: 'On its host a log is kept for days and goes with the instance. Exported to CloudWatch Logs, errors, slow statements and sign-ins can be searched, alarmed on, and are still there after a failover.',
  sameAs: [
    'checkov:CKV_AWS_101',
    'checkov:CKV_AWS_129',
    'checkov:CKV_AWS_317',
    'checkov:CKV_AWS_324',
    'checkov:CKV_AWS_84',
    'checkov:CKV_AWS_85',
    'kics:terraform/aws/docdb_logging_disabled',
    'kics:terraform/aws/elasticsearch_logs_disabled',
    'kics:terraform/aws/neptune_logging_disabled',
    'kics:terraform/aws/rds_without_logging',
    'trivy:AWS-0020',
    'trivy:AWS-0042',
    'trivy:AWS-0075',
  ],
  controls: ['pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html',
  ],
  visits: resources(...Object.keys(exports)),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const name = exports[resource.type]!;
    const kept = node.list(name).filter((log) => log.peek('enabled')?.content !== false);
    if (kept.length > 0) return;
    return {
      message: `${resource.address} keeps its logs on its host, where they are gone within days and with the instance: set ${name}.`,
      at: node.get(name) ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  storage_encrypted = true\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  storage_encrypted = true\n\n  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]\n}\n',
  },
});
