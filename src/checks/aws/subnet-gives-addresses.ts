import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/subnet-gives-addresses',
  title: 'Subnet that puts everything in it on the internet',
  dimension: 'security',
  severity: 'low',
  why: 'Where a subnet gives public addresses by itself, whatever is started there without a thought gets one. Load balancers and NAT gateways in a public subnet do not need it: they bring their own. Leave it off, and let the rare machine that needs an address ask for it.',
  sameAs: ['checkov:CKV_AWS_130', 'kics:terraform/aws/vpc_subnet_assigns_public_ip', 'trivy:AWS-0164'],
  controls: ['pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html'],
  visits: resources('aws_subnet', 'aws_default_subnet'),
  judge({ resource, node }) {
    const given = node.get('map_public_ip_on_launch');
    if (given?.flag() !== true) return;
    return {
      message: `${resource.address} gives every machine that starts in it an address on the internet: turn map_public_ip_on_launch off, and set associate_public_ip_address where one is meant.`,
      at: given,
      fix: {
        safety: 'unsafe',
        summary:
          'set map_public_ip_on_launch to false (machines started here later reach the internet only through NAT)',
        edits: [{ op: 'replace', node: given, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_subnet" "public" {\n  vpc_id                  = "vpc-0a1b2c3d"\n  cidr_block              = "10.0.0.0/24"\n  map_public_ip_on_launch = true\n}\n',
    good: 'resource "aws_subnet" "public" {\n  vpc_id     = "vpc-0a1b2c3d"\n  cidr_block = "10.0.0.0/24"\n}\n',
  },
});
