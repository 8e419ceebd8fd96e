import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { judge } from '../../verdict/judge.ts';
import { checks } from '../generated/aws.ts';

/** What a check makes of a configuration: severity and address of each finding, and `undecided` for each subject that cannot be told. */
async function judgement(id: string, files: string | Record<string, string>): Promise<string[]> {
  const { graph } = await readFiles(typeof files === 'string' ? { 'main.tf': files } : files);
  const check = checks.find((one) => one.id === `aws/${id}`)!;
  const { findings, tallies, problems } = judge(graph, [check]);
  expect(problems).toEqual([]);
  return [
    ...findings.map(({ resource, severity }) => `${severity} ${resource.address}`),
    ...Array<string>(tallies[0]!.undecided).fill('undecided'),
  ];
}

const cases: Record<
  string,
  readonly (readonly [string, string | Record<string, string>, readonly string[]])[]
> = {
  'own-key-missing': [
    [
      'knows the keys that AWS made, also where they are looked up, and takes one that is not known for one',
      `variable "key" { default = null }
data "aws_kms_alias" "sns" { name = "alias/aws/sns" }
data "aws_kms_alias" "own" { name = "alias/acme" }
resource "aws_sns_topic" "aws" { kms_master_key_id = data.aws_kms_alias.sns.target_key_arn }
resource "aws_sns_topic" "own" { kms_master_key_id = data.aws_kms_alias.own.target_key_arn }
resource "aws_sns_topic" "none" {}
resource "aws_secretsmanager_secret" "null" { kms_key_id = var.key }
resource "aws_rds_cluster" "restored" { snapshot_identifier = "orders" }
`,
      ['info aws_secretsmanager_secret.null', 'info aws_sns_topic.aws'],
    ],
    [
      'looks at each block, and at whether the key is used',
      `resource "aws_kms_key" "a" {}
resource "aws_imagebuilder_image_recipe" "a" {
  block_device_mapping {
    ebs { kms_key_id = aws_kms_key.a.arn }
  }
  block_device_mapping {
    ebs { encrypted = true }
  }
}
resource "aws_dynamodb_table" "off" {
  server_side_encryption {
    enabled     = false
    kms_key_arn = aws_kms_key.a.arn
  }
}
`,
      ['info aws_dynamodb_table.off', 'info aws_imagebuilder_image_recipe.a'],
    ],
  ],
  's3-own-key-missing': [
    [
      'can tell a dynamic block that asks for no KMS either way, and no other',
      `variable "on" {}
resource "aws_s3_bucket" "no" {}
resource "aws_s3_bucket_server_side_encryption_configuration" "no" {
  bucket = aws_s3_bucket.no.id
  dynamic "rule" {
    for_each = var.on ? [1] : []
    content {
      apply_server_side_encryption_by_default { sse_algorithm = "AES256" }
    }
  }
}
resource "aws_s3_bucket" "perhaps" {}
resource "aws_s3_bucket_server_side_encryption_configuration" "perhaps" {
  bucket = aws_s3_bucket.perhaps.id
  dynamic "rule" {
    for_each = var.on ? [1] : []
    content {
      apply_server_side_encryption_by_default { sse_algorithm = "aws:kms" }
    }
  }
}
`,
      ['info aws_s3_bucket.no', 'undecided'],
    ],
  ],
  'disk-unencrypted': [
    [
      'knows that the root disk is as the image is, unless the account says otherwise',
      'resource "aws_instance" "a" { ami = "ami-0a1b" }\nresource "aws_instance" "b" {\n  launch_template { id = "lt-0a1b" }\n}\n',
      ['low aws_instance.a'],
    ],
    [
      'is silent about root disks where the account encrypts',
      'resource "aws_instance" "a" { ami = "ami-0a1b" }\nresource "aws_ebs_encryption_by_default" "a" {}\n',
      [],
    ],
  ],
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
  'eks-endpoint-public': [
    [
      'leaves an endpoint that is open to all to the other check',
      'resource "aws_eks_cluster" "a" {\n  vpc_config { public_access_cidrs = ["0.0.0.0/0"] }\n}\nresource "aws_eks_cluster" "b" {\n  vpc_config { public_access_cidrs = ["203.0.113.0/24"] }\n}\n',
      ['info aws_eks_cluster.b'],
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
  'network-acl-open': [
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
  'web-firewall-missing': [
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
  'cloudfront-logs-missing': [
    [
      'asks whether the log source is delivered',
      `resource "aws_cloudfront_distribution" "no" {}
resource "aws_cloudfront_distribution" "yes" {}
resource "aws_cloudwatch_log_delivery_source" "no" { resource_arn = aws_cloudfront_distribution.no.arn }
resource "aws_cloudwatch_log_delivery_source" "yes" {
  name         = "yes"
  resource_arn = aws_cloudfront_distribution.yes.arn
}
resource "aws_cloudwatch_log_delivery" "yes" { delivery_source_name = aws_cloudwatch_log_delivery_source.yes.name }
`,
      ['low aws_cloudfront_distribution.no'],
    ],
  ],
  'resource-policy-public': [
    [
      'reads a policy with a comma too many as it is meant, and a document that nothing takes',
      `resource "aws_sqs_queue_policy" "a" {
  policy = <<-EOT
    { "Statement": [{ "Effect": "Allow", "Principal": ["*"], "Action": ["sqs:SendMessage",], "Resource": "*" },] }
  EOT
}
data "aws_iam_policy_document" "alone" {
  statement {
    actions   = ["sns:Publish"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
`,
      ['high aws_sqs_queue_policy.a', 'low data.aws_iam_policy_document.alone'],
    ],
  ],
  'policy-not-json': [
    [
      'lets pass what cannot be told',
      'variable "part" {}\nresource "aws_sqs_queue_policy" "a" {\n  policy = "{ \\"Statement\\": $${var.part} }"\n}\nresource "aws_sqs_queue_policy" "b" {\n  policy = "{ \\"Statement\\": ${var.part} }"\n}\n',
      ['high aws_sqs_queue_policy.a'],
    ],
  ],
  'administrator-attached': [
    [
      'weighs who holds it, and for how long',
      `resource "aws_iam_role" "job" {
  assume_role_policy  = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}
resource "aws_iam_role" "people" {
  assume_role_policy  = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:root" } }] })
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"]
}
resource "aws_ssoadmin_managed_policy_attachment" "people" { managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" }
`,
      [
        'high aws_iam_role.job',
        'medium aws_iam_role.people',
        'low aws_ssoadmin_managed_policy_attachment.people',
      ],
    ],
  ],
  'changed-at-every-apply': [
    [
      'tells what is replaced from what is written again, and leaves what is ignored',
      `resource "aws_db_instance" "a" { final_snapshot_identifier = "a-\${formatdate("YYYY", timestamp())}" }
resource "aws_s3_bucket" "a" { bucket = "acme-\${uuid()}" }
resource "aws_s3_bucket" "b" {
  tags = { made = timestamp() }
  lifecycle { ignore_changes = [tags] }
}
`,
      ['critical aws_s3_bucket.a', 'low aws_db_instance.a'],
    ],
  ],
  'extended-support-paid': [
    [
      'knows the engines of every service, and the version in a name',
      `resource "aws_opensearch_domain" "old" { engine_version = "OpenSearch_2.5" }
resource "aws_opensearch_domain" "new" { engine_version = "OpenSearch_2.19" }
resource "aws_elasticache_replication_group" "old" { engine_version = "5.0.6" }
resource "aws_docdb_cluster" "new" { engine_version = "5.0.0" }
`,
      ['medium aws_elasticache_replication_group.old', 'medium aws_opensearch_domain.old'],
    ],
  ],
  'data-service-public': [
    [
      'knows the default of the provider before version 6',
      {
        'old/main.tf':
          'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "~> 5.0" }\n  }\n}\nresource "aws_redshift_cluster" "old" {}\n',
        'new/main.tf':
          'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "~> 6.0" }\n  }\n}\nresource "aws_redshift_cluster" "new" {}\n',
      },
      ['medium aws_redshift_cluster.old'],
    ],
  ],
};

describe.each(Object.entries(cases))('aws/%s', (id, rows) => {
  it.each(rows)('%s', async (_, files, expected) => {
    expect((await judgement(id, files)).sort()).toEqual([...expected].sort());
  });
});
