import { internetRanges, rulesFor } from '../../graph/aws/security-groups.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { providerMajor } from '../../graph/terraform/provider-major.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

const kafkaAddress = ['broker_node_group_info', 'connectivity_info', 'public_access', 'type'];

export default check({
  id: 'aws/data-service-public',
  title: 'Database or broker with a public address',
  dimension: 'security',
  severity: 'high',
  why: 'With a public address only the security group stands between the data and the internet, and one rule that is opened for an afternoon is enough; it weighs less while the rules in the repository admit known addresses only. Databases and brokers are used from inside; reach them through the VPC, a VPN or a bastion.',
  sameAs: [
    'checkov:CKV_AWS_102',
    'checkov:CKV_AWS_17',
    'checkov:CKV_AWS_291',
    'checkov:CKV_AWS_69',
    'checkov:CKV_AWS_87',
    'checkov:CKV_AWS_89',
    'kics:terraform/aws/amazon_dms_replication_instance_is_publicly_accessible',
    'kics:terraform/aws/mq_broker_is_publicly_accessible',
    'kics:terraform/aws/msk_broker_is_publicly_accessible',
    'kics:terraform/aws/neptune_cluster_instance_is_publicly_accessible',
    'kics:terraform/aws/rds_db_instance_publicly_accessible',
    'kics:terraform/aws/redshift_publicly_accessible',
    'trivy:AWS-0072',
    'trivy:AWS-0180',
  ],
  controls: ['cis-aws:2.3.3', 'pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding',
  ],
  visits: resources(
    'aws_db_instance',
    'aws_rds_cluster_instance',
    'aws_neptune_cluster_instance',
    'aws_redshift_cluster',
    'aws_redshiftserverless_workgroup',
    'aws_msk_cluster',
    'aws_mq_broker',
    'aws_dms_replication_instance',
  ),
  judge({ resource, node }, graph) {
    if (resource.type === 'aws_redshift_cluster' && !node.has('publicly_accessible'))
      return byDefault(graph, resource);
    const isKafka = resource.type === 'aws_msk_cluster';
    const open = isKafka ? node.get(...kafkaAddress) : node.get('publicly_accessible');
    if (!open || (isKafka ? open.text() === 'DISABLED' : open.flag() !== true)) return;
    const rules = rulesFor(graph, resource);
    const isShut = rules.length > 0 && rules.every((rule) => internetRanges(rule).length === 0);
    return {
      message: `${resource.address} has a public address, so a single open rule in its security group puts it before the internet: ${isKafka ? 'set public_access to DISABLED' : 'set publicly_accessible to false'} and reach it through the VPC.`,
      at: open,
      ...(isShut && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: 'take the public address away (clients outside of the VPC lose it)',
        edits: [{ op: 'replace', node: open, value: isKafka ? 'DISABLED' : false }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine              = "postgres"\n  instance_class      = "db.t4g.medium"\n  publicly_accessible = true\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine              = "postgres"\n  instance_class      = "db.t4g.medium"\n  publicly_accessible = false\n}\n',
  },
});

/** Before its version 6 the provider gives a Redshift cluster that says nothing a public address. Source: its page of the resource. */
function byDefault(graph: Graph, { address, unit, body }: Resource): Fault | undefined {
  if ((providerMajor(graph, unit, 'aws') ?? 5) >= 6) return undefined;
  return {
    message: `${address} does not say whether it has a public address, and the AWS provider before version 6 gives it one: set publicly_accessible to false.`,
    severity: 'medium',
    fix: {
      safety: 'unsafe',
      summary: 'set publicly_accessible to false (clients outside of the VPC lose it)',
      edits: [{ op: 'set', in: body, path: ['publicly_accessible'], value: false }],
    },
  };
}
