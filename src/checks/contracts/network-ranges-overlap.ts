import type { Graph } from '../../graph/graph.ts';
import { type AddressRange, overlaps, parseRange } from '../../graph/network/ranges.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Network extends Subject {
  readonly kind: 'vpc' | 'subnet';
}

const networks: Selector<Network> = {
  of: 'VPCs and subnets',
  find: (graph) => [
    ...graph.ofType('aws_vpc').map((resource) => ({ resource, node: resource.body, kind: 'vpc' as const })),
    ...graph
      .ofType('aws_subnet')
      .map((resource) => ({ resource, node: resource.body, kind: 'subnet' as const })),
  ],
};

export default check({
  id: 'contracts/network-ranges-overlap',
  title: 'Address ranges that overlap',
  dimension: 'functionality',
  severity: 'high',
  why: 'Two subnets of one VPC cannot share addresses: the second is refused when it is created. Two VPCs that do can never be joined by peering, a transit gateway or a VPN without renumbering one of them, which means moving everything in it.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  ],
  visits: networks,
  judge({ resource, node, kind }, graph) {
    const text = node.text('cidr_block');
    const range = text === undefined ? undefined : parseRange(text);
    if (!range || text === undefined) return;
    const others = sortedRanges(graph, kind);
    for (const other of others) {
      if (other.range.first > range.last) break;
      // of two that overlap the later one is told, once
      if (
        other.resource === resource ||
        order(other.resource) >= order(resource) ||
        !overlaps(range, other.range)
      )
        continue;
      if (!mayCollide(graph, kind, resource, other.resource)) continue;
      return {
        message:
          kind === 'subnet'
            ? `${resource.address} (${text}) shares addresses with ${other.resource.address} (${other.text}) of the same VPC: AWS refuses the second of them. Give it a range of its own.`
            : `${resource.address} (${text}) shares addresses with ${other.resource.address} (${other.text} in ${other.resource.unit.id}), and both are joined to other networks: traffic between them has no route. Renumber one before anything lives in it.`,
        at: node.get('cidr_block')!,
        key: other.resource.address,
      };
    }
    return;
  },
  examples: {
    bad: {
      'main.tf': `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/20"
}

resource "aws_subnet" "b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.8.0/21"
}
`,
    },
    good: {
      'main.tf': `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/20"
}

resource "aws_subnet" "b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.16.0/20"
}
`,
    },
  },
});

interface Ranged {
  readonly resource: Resource;
  readonly text: string;
  readonly range: AddressRange;
}

const keys = { vpc: Symbol('ranges of VPCs'), subnet: Symbol('ranges of subnets') };

/** All known ranges, by their first address: whoever looks for an overlap can stop early. */
function sortedRanges(graph: Graph, kind: 'vpc' | 'subnet'): readonly Ranged[] {
  return graph.derive(keys[kind], () =>
    graph
      .ofType(kind === 'vpc' ? 'aws_vpc' : 'aws_subnet')
      .flatMap((resource): Ranged[] => {
        const text = resource.body.peek('cidr_block')?.content;
        const range = typeof text === 'string' ? parseRange(text) : undefined;
        return range ? [{ resource, text: text as string, range }] : [];
      })
      .sort((a, b) => a.range.first - b.range.first),
  );
}

function order({ address, unit }: Resource): string {
  return `${unit.id}\0${address}`;
}

/** Subnets collide in one VPC; VPCs do where both are joined to something. */
function mayCollide(graph: Graph, kind: 'vpc' | 'subnet', a: Resource, b: Resource): boolean {
  if (kind === 'vpc') return a.unit !== b.unit && isJoined(graph, a) && isJoined(graph, b);
  const ofA = vpcsOf(graph, a);
  return a.unit === b.unit && vpcsOf(graph, b).some((vpc) => ofA.includes(vpc));
}

function vpcsOf(graph: Graph, subnet: Resource): Resource[] {
  return graph.from(subnet, 'placed-in').flatMap(({ to }) => (to.type === 'aws_vpc' ? [to] : []));
}

const joins = new Set([
  'aws_ec2_transit_gateway_vpc_attachment',
  'aws_vpc_peering_connection',
  'aws_vpc_peering_connection_accepter',
  'aws_vpn_gateway',
  'aws_vpn_gateway_attachment',
]);

function isJoined(graph: Graph, vpc: Resource): boolean {
  return graph.to(vpc).some(({ from }) => joins.has(from.type));
}
