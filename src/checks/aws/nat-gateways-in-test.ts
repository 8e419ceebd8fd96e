import { natNetworks } from '../../graph/aws/nat-gateways.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/nat-gateways-in-test',
  title: 'Test network with a NAT gateway in every zone',
  dimension: 'cost',
  severity: 'low',
  why: 'A NAT gateway costs about 33 dollars a month before the first byte. One for each zone keeps production going when a zone fails; in a test environment nobody notices, and one gateway, or endpoints alone, is enough.',
  sources: [
    'https://aws.amazon.com/vpc/pricing/',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html',
  ],
  visits: natNetworks,
  judge({ resource, gateways }) {
    if (!isNonProduction(resource) || gateways.length < 2) return;
    return {
      message: `${resource.address} stands in the environment ${resource.unit.environment} and has ${gateways.length} NAT gateways at about 33 dollars a month each: one is enough to test with.`,
    };
  },
  examples: {
    bad: { 'envs/staging/main.tf': network(2) },
    good: { 'envs/staging/main.tf': network(1) },
  },
});

function network(count: number): string {
  return `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index)
}

resource "aws_nat_gateway" "main" {
  count         = ${count}
  allocation_id = "eipalloc-0a1b\${count.index}"
  subnet_id     = aws_subnet.public[count.index].id
}
`;
}
