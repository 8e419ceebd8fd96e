import { zoneOf } from '../../graph/aws/zones.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Network extends Subject {
  readonly gateways: readonly Resource[];
  readonly subnets: readonly Resource[];
}

const networks: Selector<Network> = {
  of: 'VPCs with NAT gateways',
  find: (graph) => {
    const gateways = new Map<Resource, Resource[]>();
    for (const gateway of graph.ofType('aws_nat_gateway'))
      for (const vpc of networksOf(graph, gateway))
        gateways.set(vpc, [...(gateways.get(vpc) ?? []), gateway]);
    return [...gateways].map(([vpc, own]) => ({
      resource: vpc,
      node: own[0]!.body,
      gateways: own,
      subnets: graph.to(vpc, 'placed-in').flatMap(({ from }) => (from.type === 'aws_subnet' ? [from] : [])),
    }));
  },
};

export default check({
  id: 'aws/nat-gateway-single-zone',
  title: 'One NAT gateway for several zones',
  dimension: 'reliability',
  severity: 'low',
  why: 'A NAT gateway lives in one zone. When that zone fails, everything in the other zones loses its way out too, although it is healthy, and traffic between zones is paid for until then. Production keeps one in each zone; elsewhere one is a fair way to save.',
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
  visits: networks,
  judge({ resource, node, gateways, subnets }) {
    if (gateways.length > 1 || isNonProduction(resource)) return;
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

function networksOf(graph: Graph, gateway: Resource): readonly Resource[] {
  const subnets = graph
    .from(gateway, 'placed-in')
    .flatMap(({ to }) => (to.type === 'aws_subnet' ? [to] : []));
  return [
    ...new Set(subnets.flatMap((subnet) => graph.from(subnet, 'placed-in').map(({ to }) => to))),
  ].filter(({ type }) => type === 'aws_vpc');
}

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
