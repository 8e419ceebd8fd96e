import { parseRange } from '../../graph/network/ranges.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/subnet-outside-network',
  title: 'Subnet outside of its VPC',
  dimension: 'functionality',
  severity: 'high',
  why: 'A subnet takes its addresses from the ranges of its VPC. One that lies outside, usually since the VPC was renumbered and the subnet was not, is refused when it is applied, after half of the plan is done.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'],
  visits: resources('aws_subnet'),
  judge({ resource, node }, graph) {
    const written = node.get('cidr_block');
    const range = parseRange(written?.text() ?? '');
    if (!written || !range) return;
    for (const { to: vpc } of graph.from(resource, 'placed-in')) {
      if (vpc.type !== 'aws_vpc') continue;
      const more = companionsOf(graph, vpc, 'aws_vpc_ipv4_cidr_block_association', 'vpc_id');
      const ranges = [vpc, ...more].map(({ body }) => body.text('cidr_block') ?? '');
      const known = ranges.flatMap((one) => parseRange(one) ?? []);
      // a range that IPAM hands out is not written down
      if (known.length < ranges.length) return;
      if (known.some(({ first, last }) => first <= range.first && range.last <= last)) return;
      return {
        message: `${resource.address} has ${written.text()}, which is not in ${ranges.join(' or ')} of ${vpc.address}: AWS refuses it.`,
        at: written,
      };
    }
    return;
  },
  examples: {
    bad: network('10.1.0.0/20'),
    good: network('10.0.16.0/20'),
  },
});

function network(range: string): string {
  return `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "${range}"
}
`;
}
