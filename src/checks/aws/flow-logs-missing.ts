import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/flow-logs-missing',
  title: 'Network without flow logs',
  dimension: 'observability',
  severity: 'low',
  why: 'After an incident the first question is who talked to whom, and nothing else in AWS answers it afterwards. Flow logs also tell why a connection is refused. To S3 with a lifecycle rule they cost little. They weigh more in production.',
  sameAs: [
    'checkov:CKV2_AWS_11',
    'kics:terraform/aws/vpc_flowlogs_disabled',
    'regula:FG_R00054',
    'trivy:AWS-0178',
  ],
  controls: ['cis-aws:3.7', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
  visits: resources('aws_vpc'),
  judge({ resource }, graph) {
    if (isNonProduction(resource)) return;
    if (companionsOf(graph, resource, 'aws_flow_log', 'vpc_id').length > 0) return;
    const subnets = graph.to(resource, 'placed-in').map(({ from }) => from);
    if (subnets.some((subnet) => graph.to(subnet).some(({ from }) => from.type === 'aws_flow_log'))) return;
    return {
      message: `Nobody can tell afterwards who talked to whom in ${resource.address}: add an aws_flow_log for it.`,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n',
    good: 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n\nresource "aws_flow_log" "main" {\n  vpc_id               = aws_vpc.main.id\n  traffic_type         = "ALL"\n  log_destination_type = "s3"\n  log_destination      = "arn:aws:s3:::acme-flow-logs"\n}\n',
  },
});
