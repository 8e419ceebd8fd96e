import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { certainCompanionsOf } from '../../graph/terraform/companions.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/security-group-rules-mixed',
  title: 'Security group with rules inside and outside',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'Rules written inside a group are the whole truth for Terraform: it removes all others, also those that resources of their own have just added, and adds them again at the next apply. In between, traffic is cut. Write all rules of a direction in one way.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group#protocol-and-rules',
  ],
  visits: resources('aws_security_group'),
  judge({ resource, node }, graph) {
    for (const direction of ['ingress', 'egress']) {
      const inside = node.get(direction);
      if (!inside) continue;
      const [apart] = rulesApart(graph, resource, direction);
      if (!apart) continue;
      return {
        message: `${resource.address} has ${direction} rules inside, and ${apart.address} adds one from outside: each apply removes what the other made. Move the inner ones into resources of their own.`,
        at: inside,
        key: direction,
      };
    }
    return;
  },
  examples: {
    bad: group(
      '\n  ingress {\n    from_port   = 80\n    to_port     = 80\n    protocol    = "tcp"\n    cidr_blocks = ["10.0.0.0/16"]\n  }\n',
    ),
    good: group(''),
  },
});

function rulesApart(graph: Graph, group: Resource, direction: string): readonly Resource[] {
  const older = certainCompanionsOf(graph, group, 'aws_security_group_rule', 'security_group_id');
  return [
    ...older.filter(({ body }) => body.peek('type')?.content === direction),
    ...certainCompanionsOf(graph, group, `aws_vpc_security_group_${direction}_rule`, 'security_group_id'),
  ];
}

function group(inside: string): string {
  return `resource "aws_security_group" "web" {
  name = "web"
${inside}}

resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
`;
}
