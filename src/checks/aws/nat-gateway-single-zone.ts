import { natNetworks } from '../../graph/aws/nat-gateways.ts';
import { zoneOf } from '../../graph/aws/zones.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/nat-gateway-single-zone',
  title: 'One NAT gateway for several zones',
  dimension: 'reliability',
  severity: 'low',
  why: 'A NAT gateway lives in one zone. When that zone fails, everything in the other zones loses its way out too, although it is healthy, and traffic between zones is paid for until then. Production keeps one in each zone; elsewhere one is a fair way to save.',
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
  visits: natNetworks,
  judge({ resource, node, gateways }, graph) {
    if (gateways.length > 1 || isNonProduction(resource)) return;
    const subnets = graph
      .to(resource, 'placed-in')
      .flatMap(({ from }) => (from.type === 'aws_subnet' ? [from] : []));
    const zones = new Set(subnets.map(zoneOf));
    if (zones.has(undefined) ? subnets.length < 3 : zones.size < 2) return;
    const reached = zones.has(undefined) ? 'all its zones' : [...zones].join(', ');
    return {
      message: `${resource.address} has one NAT gateway, ${gateways[0]!.address}, for ${reached}: when its zone fails, the others cannot reach the internet either. Make one for each zone, each with a route table of its own.`,
      at: node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: { 'prod/main.tf': network('') },
    good: { 'prod/main.tf': network('  for_each = aws_subnet.main\n\n') },
  },
});

function network(each: string): string {
  const subnet = each === '' ? 'aws_subnet.main["eu-central-1a"].id' : 'each.value.id';
  return `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  for_each = { eu-central-1a = 0, eu-central-1b = 1 }

  vpc_id            = aws_vpc.main.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, each.value)
}

resource "aws_nat_gateway" "main" {
${each}  allocation_id = "eipalloc-0a1b2c3d"
  subnet_id     = ${subnet}
}
`;
}
