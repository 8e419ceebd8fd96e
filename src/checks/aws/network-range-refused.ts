import { itemsAt, itemsOf } from '../../graph/look.ts';
import { networkForm } from '../../graph/network/network-form.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Arguments of a resource that hold ranges; a path of two looks into each block. */
type Paths = readonly (readonly [string] | readonly [string, string])[];

const ofRules: Paths = ['ingress', 'egress'].flatMap((block) => [
  [block, 'cidr_blocks'] as const,
  [block, 'ipv6_cidr_blocks'] as const,
]);
const ofRule: Paths = [['cidr_ipv4'], ['cidr_ipv6']];

/** What the provider holds against its form of a network. Source: hashicorp/aws 5.100.0, asked with `terraform validate`. */
const ranges: Readonly<Record<string, Paths>> = {
  aws_vpc: [['cidr_block']],
  aws_subnet: [['cidr_block']],
  aws_security_group: ofRules,
  aws_default_security_group: ofRules,
  aws_security_group_rule: [['cidr_blocks'], ['ipv6_cidr_blocks']],
  aws_vpc_security_group_ingress_rule: ofRule,
  aws_vpc_security_group_egress_rule: ofRule,
  aws_network_acl: [
    ['ingress', 'cidr_block'],
    ['egress', 'cidr_block'],
  ],
  aws_route: [['destination_cidr_block']],
  aws_route_table: [['route', 'cidr_block']],
  aws_eks_cluster: [['vpc_config', 'public_access_cidrs']],
};

const writtenRanges: Selector<Subject> = {
  of: 'ranges of addresses',
  find: (graph) =>
    Object.entries(ranges).flatMap(([type, paths]) =>
      graph
        .ofType(type)
        .flatMap((resource) =>
          paths.flatMap((path) => rangesAt(resource.body, path).map((node) => ({ resource, node }))),
        ),
    ),
};

export default check({
  id: 'aws/network-range-refused',
  title: 'Range that is no network',
  dimension: 'functionality',
  severity: 'high',
  why: 'A range is written as the first address of its network and the bits that are fixed. 10.1.0.0/8 begins at 10.0.0.0, so one of the two is not what was meant, and Terraform refuses to guess: no plan can be made.',
  sources: ['https://datatracker.ietf.org/doc/html/rfc4632#section-3.1'],
  visits: writtenRanges,
  judge({ resource, node }) {
    const written = node.text();
    // an empty text is taken for nothing
    if (written === undefined || written === '') return;
    const network = networkForm(written);
    if (network === written) return;
    return {
      message: network
        ? `${resource.address} names the range ${written}, which begins at ${network.split('/')[0]}, and Terraform refuses it: write ${network}, or another length.`
        : `${resource.address} names the range ${written}, which is none, and Terraform refuses it: write the first address, a slash, and the bits that are fixed, such as 10.0.0.0/16.`,
      at: node,
      key: written,
    };
  },
  examples: {
    bad: 'resource "aws_security_group_rule" "office" {\n  type              = "ingress"\n  protocol          = "tcp"\n  from_port         = 443\n  to_port           = 443\n  cidr_blocks       = ["203.0.113.7/24"]\n  security_group_id = "sg-0a1b2c3d"\n}\n',
    good: 'resource "aws_security_group_rule" "office" {\n  type              = "ingress"\n  protocol          = "tcp"\n  from_port         = 443\n  to_port           = 443\n  cidr_blocks       = ["203.0.113.0/24"]\n  security_group_id = "sg-0a1b2c3d"\n}\n',
  },
});

function rangesAt(body: Node, [first, second]: Paths[number]): readonly Node[] {
  if (second === undefined) return itemsOf(body.peek(first));
  return itemsAt(body, first).flatMap((block) => itemsOf(block.peek(second)));
}
