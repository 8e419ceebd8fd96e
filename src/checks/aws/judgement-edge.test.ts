import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/aws.ts';

describeJudgements(checks, 'aws', {
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
});
