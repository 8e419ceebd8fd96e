import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/aws.ts';

describeJudgements(checks, 'aws', {
  'default-security-group-open': [
    [
      'sees rules in resources of their own',
      `resource "aws_vpc" "a" {}
resource "aws_default_security_group" "a" { vpc_id = aws_vpc.a.id }
resource "aws_vpc_security_group_ingress_rule" "a" {
  security_group_id = aws_default_security_group.a.id
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "-1"
}
`,
      ['medium aws_default_security_group.a'],
    ],
  ],
  'network-acl-open': [
    [
      'heeds a rule with a lower number that turns the port away',
      `resource "aws_network_acl" "a" {
  ingress {
    rule_no    = 10
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
  ingress {
    rule_no    = 20
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
}
resource "aws_network_acl_rule" "denied_later" {
  network_acl_id = "acl-1"
  rule_number    = 20
  rule_action    = "deny"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}
resource "aws_network_acl_rule" "allowed" {
  network_acl_id = "acl-1"
  rule_number    = 10
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}
`,
      ['low aws_network_acl_rule.allowed'],
    ],
    [
      'knows that no protocol means every port, and what goes out',
      `resource "aws_network_acl_rule" "all" {
  rule_action = "allow"
  protocol    = "-1"
  from_port   = 443
  to_port     = 443
  cidr_block  = "0.0.0.0/0"
}
resource "aws_network_acl_rule" "out" {
  egress      = true
  rule_action = "allow"
  protocol    = "-1"
  cidr_block  = "0.0.0.0/0"
}
resource "aws_network_acl_rule" "denied" {
  rule_action = "deny"
  protocol    = "tcp"
  from_port   = 22
  to_port     = 22
  cidr_block  = "0.0.0.0/0"
}
`,
      ['info aws_network_acl_rule.all'],
    ],
  ],
  'public-address-given': [
    [
      'follows the subnet, and weighs what the rules let in',
      `resource "aws_subnet" "a" { map_public_ip_on_launch = true }
resource "aws_security_group" "shut" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}
resource "aws_instance" "open" { subnet_id = aws_subnet.a.id }
resource "aws_instance" "shut" {
  subnet_id              = aws_subnet.a.id
  vpc_security_group_ids = [aws_security_group.shut.id]
}
resource "aws_instance" "nat" {
  subnet_id         = aws_subnet.a.id
  source_dest_check = false
}
resource "aws_instance" "told" {
  subnet_id                   = aws_subnet.a.id
  associate_public_ip_address = false
}
`,
      ['medium aws_instance.open', 'low aws_instance.shut'],
    ],
  ],
  'eks-endpoint-public': [
    [
      'leaves an endpoint that is open to all to the other check',
      'resource "aws_eks_cluster" "a" {\n  vpc_config { public_access_cidrs = ["0.0.0.0/0"] }\n}\nresource "aws_eks_cluster" "b" {\n  vpc_config { public_access_cidrs = ["203.0.113.0/24"] }\n}\n',
      ['info aws_eks_cluster.b'],
    ],
  ],
  'imdsv1-allowed': [
    [
      'knows the account’s default, templates, and images that ask for tokens themselves',
      `data "aws_ami" "al2023" {
  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
}
resource "aws_instance" "al2023" { ami = data.aws_ami.al2023.id }
resource "aws_instance" "templated" {
  launch_template { id = "lt-0a1b2c3d" }
}
resource "aws_instance" "plain" { ami = "ami-0a1b2c3d" }
resource "aws_instance" "optional" {
  ami = data.aws_ami.al2023.id
  metadata_options { http_tokens = "optional" }
}
`,
      ['medium aws_instance.plain', 'medium aws_instance.optional'],
    ],
  ],
  'flow-logs-missing': [
    [
      'thinks of flow logs in another root',
      {
        'logging/main.tf': `data "terraform_remote_state" "vpc" { backend = "s3" }
resource "aws_flow_log" "vpc" { vpc_id = data.terraform_remote_state.vpc.outputs.id }
`,
        'vpc/main.tf': 'resource "aws_vpc" "main" {}\n',
      },
      ['undecided'],
    ],
  ],
  'gateway-endpoint-missing': [
    [
      'knows an endpoint whose region is looked up',
      `data "aws_region" "current" {}
resource "aws_vpc" "main" {}
resource "aws_subnet" "public" { vpc_id = aws_vpc.main.id }
resource "aws_nat_gateway" "main" { subnet_id = aws_subnet.public.id }
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.\${data.aws_region.current.name}.s3"
}
`,
      [],
    ],
  ],
  'placed-in-single-zone': [
    [
      'compares the zones of subnets, and is silent where they are not known',
      `resource "aws_subnet" "a" { availability_zone = "eu-central-1a" }
resource "aws_subnet" "a2" { availability_zone = "eu-central-1a" }
resource "aws_autoscaling_group" "one" { vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.a2.id] }
resource "aws_autoscaling_group" "ids" { vpc_zone_identifier = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"] }
`,
      ['low aws_autoscaling_group.one'],
    ],
  ],
  'default-vpc-used': [
    [
      'knows how it is adopted and looked up',
      `resource "aws_default_vpc" "a" {}
data "aws_vpc" "default" { default = true }
resource "aws_security_group" "a" { vpc_id = data.aws_vpc.default.id }
data "aws_vpc" "named" { id = "vpc-0a1b2c3d" }
`,
      ['info aws_default_vpc.a', 'low data.aws_vpc.default'],
    ],
  ],
});
