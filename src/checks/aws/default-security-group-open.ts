import { resources } from '../../graph/selector.ts';
import { certainCompanionsOf, companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

const ruleTypes = [
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
];

export default check({
  id: 'aws/default-security-group-open',
  title: 'Default security group that lets traffic through',
  dimension: 'security',
  severity: 'medium',
  why: 'Whatever is started without a security group gets the default one, so its rules hold for things that nobody thought about. Adopted by Terraform and left without rules it lets nothing through, and a forgotten group shows at once.',
  sameAs: [
    'checkov:CKV2_AWS_12',
    'kics:terraform/aws/default_security_groups_with_unrestricted_traffic',
    'kics:terraform/aws/vpc_default_security_group_accepts_all_traffic',
  ],
  controls: ['cis-aws:5.4', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group',
  ],
  visits: resources('aws_default_security_group', 'aws_vpc'),
  judge({ resource, node }, graph) {
    if (resource.type === 'aws_vpc') {
      if (companionsOf(graph, resource, 'aws_default_security_group', 'vpc_id').length > 0) return;
      return {
        message: `The default security group of ${resource.address} keeps the rules it is born with: everything between its members, and out to the internet. Adopt it with an empty aws_default_security_group.`,
        severity: 'info',
      };
    }
    const rules = [
      ...node.list('ingress'),
      ...node.list('egress'),
      ...ruleTypes.flatMap((type) =>
        certainCompanionsOf(graph, resource, type, 'security_group_id').map(({ body }) => body),
      ),
    ];
    const [first] = rules;
    if (!first) return;
    return {
      message: `${resource.address} has ${rules.length === 1 ? 'a rule' : `${rules.length} rules`}, which hold for everything that is started without a group of its own: take them out, and give what needs them a group.`,
      at: first,
    };
  },
  examples: {
    bad: 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n\nresource "aws_default_security_group" "main" {\n  vpc_id = aws_vpc.main.id\n\n  ingress {\n    protocol    = "-1"\n    from_port   = 0\n    to_port     = 0\n    cidr_blocks = ["10.0.0.0/8"]\n  }\n}\n',
    good: 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n\nresource "aws_default_security_group" "main" {\n  vpc_id = aws_vpc.main.id\n}\n',
  },
});
