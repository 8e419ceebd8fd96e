import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What is paid whether it is used or not, the attributes that attach it, and its price in US East. Source: the price lists of EC2 and EBS. */
const idle: Readonly<Record<string, { readonly by: readonly string[]; readonly price: string }>> = {
  aws_eip: { by: ['instance', 'network_interface'], price: 'about 3.60 USD a month' },
  aws_ebs_volume: { by: [], price: 'about 0.08 USD per gigabyte and month' },
};

export default check({
  id: 'aws/unattached-resource',
  title: 'Address or volume that nothing uses',
  dimension: 'cost',
  severity: 'low',
  why: 'Addresses and volumes are paid whether anything uses them or not. One that nothing in its root attaches is usually left over from what did; if something outside of Terraform uses it, an output that names it says so.',
  sources: ['https://aws.amazon.com/vpc/pricing/', 'https://aws.amazon.com/ebs/pricing/'],
  visits: resources(...Object.keys(idle)),
  judge({ resource, node }, graph) {
    const { by, price } = idle[resource.type]!;
    if (by.some((name) => node.peek(name))) return;
    if (graph.to(resource).length > 0) return;
    return {
      message: `Nothing in the code uses ${resource.address}, and it is paid all the same, ${price}: attach it, or take it out.`,
    };
  },
  examples: {
    bad: 'resource "aws_eip" "old" {\n  domain = "vpc"\n}\n',
    good: 'resource "aws_eip" "nat" {\n  domain = "vpc"\n}\n\nresource "aws_nat_gateway" "main" {\n  allocation_id = aws_eip.nat.id\n  subnet_id     = "subnet-0a1b"\n}\n',
  },
});
