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
  'http-open-to-internet': [
    [
      'leaves load balancers alone, and what has private addresses',
      `resource "aws_security_group" "web" {
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_lb" "web" { security_groups = [aws_security_group.web.id] }
`,
      [],
    ],
  ],
  'api-open': [
    [
      'asks only the door of a WebSocket, and not a private API',
      `resource "aws_apigatewayv2_api" "chat" { protocol_type = "WEBSOCKET" }
resource "aws_apigatewayv2_route" "connect" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$connect"
}
resource "aws_apigatewayv2_route" "send" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "send"
}
resource "aws_api_gateway_rest_api" "inner" {
  endpoint_configuration { types = ["PRIVATE"] }
}
resource "aws_api_gateway_method" "inner" {
  rest_api_id   = aws_api_gateway_rest_api.inner.id
  http_method   = "GET"
  authorization = "NONE"
}
`,
      ['low aws_apigatewayv2_route.connect'],
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
  'web-firewall-missing': [
    [
      'leaves the stages of a private API alone',
      `resource "aws_api_gateway_rest_api" "inner" {
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}
resource "aws_api_gateway_rest_api" "outer" {}
resource "aws_api_gateway_stage" "inner" { rest_api_id = aws_api_gateway_rest_api.inner.id }
resource "aws_api_gateway_stage" "outer" { rest_api_id = aws_api_gateway_rest_api.outer.id }
`,
      ['info aws_api_gateway_stage.outer'],
    ],
    [
      'weighs files of a bucket less, and leaves inner and network load balancers alone',
      `resource "aws_cloudfront_distribution" "app" {
  origin {
    domain_name = "app.example.com"
    custom_origin_config {}
  }
}
resource "aws_cloudfront_distribution" "files" {
  origin { origin_access_control_id = "E1A2B3" }
}
resource "aws_lb" "inner" { internal = true }
resource "aws_lb" "network" { load_balancer_type = "network" }
`,
      ['low aws_cloudfront_distribution.app', 'info aws_cloudfront_distribution.files'],
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
  'egress-open': [
    [
      'takes every port for everything, and does not let one range hide another',
      `variable "more" {}
resource "aws_security_group_rule" "all_tcp" {
  type        = "egress"
  protocol    = "tcp"
  from_port   = 0
  to_port     = 65535
  cidr_blocks = ["0.0.0.0/0"]
}
resource "aws_security_group_rule" "minus" {
  type             = "egress"
  protocol         = "tcp"
  from_port        = -1
  to_port          = -1
  cidr_blocks      = ["0.0.0.0/0"]
  ipv6_cidr_blocks = var.more
}
resource "aws_security_group_rule" "one" {
  type        = "egress"
  protocol    = "tcp"
  from_port   = 443
  to_port     = 443
  cidr_blocks = ["0.0.0.0/0"]
}
`,
      ['info aws_security_group_rule.all_tcp', 'info aws_security_group_rule.minus'],
    ],
  ],
  'load-balancer-plain-http': [
    [
      'judges a listener whose port cannot be told',
      `variable "port" {}
resource "aws_lb_listener" "a" {
  port     = var.port
  protocol = "HTTP"
  default_action {
    type = "forward"
  }
}
`,
      ['medium aws_lb_listener.a'],
    ],
  ],
  'cloudfront-origin-plain-http': [
    [
      'leaves alone what is switched off',
      `resource "aws_cloudfront_distribution" "off" {
  enabled = false
  origin {
    custom_origin_config {
      origin_protocol_policy = "http-only"
    }
  }
}
`,
      [],
    ],
  ],
  'inner-port-open-to-internet': [
    [
      'opens nothing with a range that is refused',
      `resource "aws_security_group_rule" "refused" {
  type        = "ingress"
  protocol    = "tcp"
  from_port   = 3306
  to_port     = 3306
  cidr_blocks = ["10.0.0.0/0"]
}
`,
      [],
    ],
  ],
  'network-range-refused': [
    [
      'tells of each range that is written wrong, wherever it stands',
      `variable "told_elsewhere" {}
resource "aws_vpc" "a" { cidr_block = "10.1.5.0/16" }
resource "aws_security_group" "a" {
  ingress {
    cidr_blocks      = ["/0", "10.0.0.0/8", var.told_elsewhere]
    ipv6_cidr_blocks = ["fe80::1/10"]
  }
}
resource "aws_eks_cluster" "a" {
  vpc_config {
    public_access_cidrs = ["1.1.1.1/1"]
  }
}
`,
      [
        'high aws_eks_cluster.a',
        'high aws_security_group.a',
        'high aws_security_group.a',
        'high aws_vpc.a',
        'undecided',
      ],
    ],
  ],
  'cloudfront-plain-http': [
    [
      'does not let behaviors that cannot be told hide a plain one',
      `variable "behaviors" {}
resource "aws_cloudfront_distribution" "a" {
  default_cache_behavior {
    viewer_protocol_policy = "allow-all"
  }
  dynamic "ordered_cache_behavior" {
    for_each = var.behaviors
    content {}
  }
}
`,
      ['medium aws_cloudfront_distribution.a'],
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
