import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/default-vpc-used',
  title: 'Network that the account was born with',
  dimension: 'security',
  severity: 'low',
  why: 'The default VPC has public subnets only, and everything that is started in it gets an address on the internet. It is the same in every account and region, so its ranges overlap with those of the next one, and nobody decided what may talk to what in it.',
  sameAs: [
    'checkov:CKV_AWS_148',
    'kics:terraform/aws/default_vpc_exists',
    'kics:terraform/aws/ec2_instance_using_default_vpc',
    'trivy:AWS-0101',
  ],
  controls: ['pci-dss:1.2.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html'],
  visits: resources('aws_default_vpc', 'data.aws_vpc'),
  judge({ resource, node }, graph) {
    const isLookedUp = resource.type === 'data.aws_vpc';
    if (isLookedUp && node.flag('default') !== true) return;
    return {
      message: `${resource.address} is the default VPC, where everything gets a public address: make a VPC with private subnets for what is to be kept.`,
      at: (isLookedUp && node.get('default')) || node,
      // some take it over only to shut it
      ...(graph.to(resource).length === 0 && { severity: 'info' }),
    };
  },
  examples: {
    bad: 'data "aws_vpc" "this" {\n  default = true\n}\n',
    good: 'data "aws_vpc" "this" {\n  tags = { Name = "live" }\n}\n',
  },
});
