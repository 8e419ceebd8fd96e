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
  's3-public-acl': [
    [
      'is silent where the account blocks public ACLs',
      'resource "aws_s3_bucket" "a" { acl = "public-read" }\nresource "aws_s3_account_public_access_block" "a" { ignore_public_acls = true }\n',
      [],
    ],
    [
      'takes a bucket that is a website for one, and public writing for worse',
      `resource "aws_s3_bucket" "site" {}
resource "aws_s3_bucket_website_configuration" "site" { bucket = aws_s3_bucket.site.id }
resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.site.id
  acl    = "public-read"
}
resource "aws_s3_bucket" "drop" { acl = "public-read-write" }
`,
      ['critical aws_s3_bucket.drop', 'low aws_s3_bucket_acl.site'],
    ],
    [
      'cannot tell an ACL from outside',
      'variable "acl" {}\nresource "aws_s3_bucket" "a" { acl = var.acl }\n',
      ['undecided'],
    ],
  ],
  's3-public-access-allowed': [
    [
      'knows blocks by name, for each bucket, and their defaults',
      `resource "aws_s3_bucket" "named" { bucket = "named" }
resource "aws_s3_bucket_public_access_block" "named" {
  bucket                  = "named"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket" "half" {}
resource "aws_s3_bucket_public_access_block" "half" {
  bucket            = aws_s3_bucket.half.id
  block_public_acls = true
}
resource "aws_s3_bucket" "none" {}
`,
      ['low aws_s3_bucket.none', 'medium aws_s3_bucket_public_access_block.half'],
    ],
  ],
  'resource-policy-public': [
    [
      'looks for conditions that narrow, wherever the policy is written',
      `resource "aws_sns_topic" "a" {
  policy = <<EOF
{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Resource": "*",
  "Condition": {"StringEquals": {"AWS:SourceOwner": "123456789012"}}}]}
EOF
}
resource "aws_sns_topic" "b" {
  policy = <<EOF
{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sns:Publish", "Resource": "*"}]}
EOF
}
`,
      ['high aws_sns_topic.b'],
    ],
    [
      'leaves a bucket alone whose public access is blocked',
      `resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket_public_access_block" "a" {
  bucket              = aws_s3_bucket.a.id
  block_public_policy = true
}
resource "aws_s3_bucket_policy" "a" {
  bucket = aws_s3_bucket.a.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
}
`,
      [],
    ],
  ],
  'iam-full-access': [
    [
      'does not take a service control policy or a boundary for a grant',
      `data "aws_iam_policy_document" "everything" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}
resource "aws_organizations_policy" "full" { content = data.aws_iam_policy_document.everything.json }
resource "aws_iam_policy" "boundary" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
resource "aws_iam_role" "ci" { permissions_boundary = aws_iam_policy.boundary.arn }
`,
      [],
    ],
  ],
  'iam-wildcard-resource': [
    [
      'allows what knows no narrower resource, and a condition that narrows',
      `data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["ecr:GetAuthorizationToken", "ec2:DescribeInstances", "s3:ListAllMyBuckets", "cloudwatch:PutMetricData"]
    resources = ["*"]
  }
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.eu-central-1.amazonaws.com"]
    }
  }
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["*"]
  }
}
`,
      ['medium data.aws_iam_policy_document.a'],
    ],
  ],
  'web-identity-unlimited': [
    [
      'weighs an open issuer, an open owner and an open cluster',
      `resource "aws_iam_role" "any_owner" {
  assume_role_policy = jsonencode({ Statement = [{
    Effect    = "Allow"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
    Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:*" } }
  }] })
}
resource "aws_iam_role" "any_branch" {
  assume_role_policy = jsonencode({ Statement = [{
    Effect    = "Allow"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
    Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:acme/shop:*" } }
  }] })
}
resource "aws_iam_role" "any_pod" {
  assume_role_policy = jsonencode({ Statement = [{
    Effect    = "Allow"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = aws_iam_openid_connect_provider.cluster.arn }
    Condition = { StringEquals = { "\${aws_iam_openid_connect_provider.cluster.url}:aud" = "sts.amazonaws.com" } }
  }] })
}
resource "aws_iam_openid_connect_provider" "cluster" { url = aws_eks_cluster.c.identity[0].oidc[0].issuer }
resource "aws_eks_cluster" "c" {}
`,
      ['critical aws_iam_role.any_owner', 'medium aws_iam_role.any_pod'],
    ],
  ],
  'database-unencrypted': [
    [
      'follows a variable, and leaves replicas and snapshots to their source',
      `variable "encrypted" { default = false }
resource "aws_db_instance" "a" { storage_encrypted = var.encrypted }
resource "aws_db_instance" "replica" { replicate_source_db = aws_db_instance.a.identifier }
resource "aws_rds_cluster" "restored" { snapshot_identifier = "old" }
`,
      ['high aws_db_instance.a'],
    ],
  ],
  'disk-unencrypted': [
    [
      'is silent where the account encrypts by default, also from another root',
      {
        'account/main.tf': 'resource "aws_ebs_encryption_by_default" "this" {}\n',
        'app/main.tf': 'resource "aws_ebs_volume" "a" {}\nresource "aws_efs_file_system" "b" {}\n',
      },
      ['medium aws_efs_file_system.b'],
    ],
    [
      'looks into each device of a template, also a dynamic one',
      `resource "aws_launch_template" "a" {
  dynamic "block_device_mappings" {
    for_each = { xvda = true, xvdb = false }
    content {
      device_name = block_device_mappings.key
      ebs { encrypted = block_device_mappings.value }
    }
  }
}
`,
      ['medium aws_launch_template.a'],
    ],
  ],
  'queue-unencrypted': [
    [
      'knows that SQS encrypts new queues by default',
      'resource "aws_sqs_queue" "a" {}\nresource "aws_sqs_queue" "b" { kms_master_key_id = "alias/acme" }\n',
      ['info aws_sqs_queue.a'],
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
  'database-single-zone': [
    [
      'weighs by the environment',
      {
        'main.tf': 'resource "aws_db_instance" "a" {}\n',
        'prod/main.tf': 'resource "aws_db_instance" "b" {}\n',
        'staging/main.tf': 'resource "aws_db_instance" "c" {}\n',
      },
      ['low aws_db_instance.a', 'high aws_db_instance.b'],
    ],
    [
      'counts the instances of a cluster, multiplied by count',
      `resource "aws_rds_cluster" "two" {}
resource "aws_rds_cluster_instance" "two" {
  count              = 2
  cluster_identifier = aws_rds_cluster.two.id
}
resource "aws_rds_cluster" "one" {}
resource "aws_rds_cluster_instance" "one" { cluster_identifier = aws_rds_cluster.one.id }
`,
      ['low aws_rds_cluster.one'],
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
  'queue-without-dead-letters': [
    [
      'does not ask a dead-letter queue for one',
      `resource "aws_sqs_queue" "orders" {
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.aside.arn, maxReceiveCount = 3 })
}
resource "aws_sqs_queue" "aside" {}
resource "aws_sqs_queue" "mail_dlq" {}
`,
      [],
    ],
  ],
  's3-versioning-off': [
    [
      'weighs by what the bucket is for',
      {
        'backend.tf': 'terraform {\n  backend "s3" { bucket = "acme-iac" }\n}\n',
        'main.tf': `resource "aws_s3_bucket" "iac" { bucket = "acme-iac" }
resource "aws_s3_bucket" "trail" {}
resource "aws_cloudtrail" "t" { s3_bucket_name = aws_s3_bucket.trail.id }
resource "aws_s3_bucket" "build_cache" {}
resource "aws_s3_bucket" "kept" {}
resource "aws_backup_selection" "s" { resources = [aws_s3_bucket.kept.arn] }
resource "aws_s3_bucket" "inbox" {}
resource "aws_s3_bucket_lifecycle_configuration" "inbox" {
  bucket = aws_s3_bucket.inbox.id
  rule {
    status = "Enabled"
    expiration { days = 7 }
  }
}
`,
      },
      ['high aws_s3_bucket.iac', 'high aws_s3_bucket.kept'],
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
  'alarm-without-action': [
    [
      'leaves alone what is a condition of something else',
      `resource "aws_cloudwatch_metric_alarm" "part" { alarm_name = "part" }
resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_rule    = "ALARM(\${aws_cloudwatch_metric_alarm.part.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-central-1:123456789012:on-call"]
}
resource "aws_cloudwatch_metric_alarm" "off" {
  actions_enabled = false
  alarm_actions   = ["arn:aws:sns:eu-central-1:123456789012:on-call"]
}
`,
      ['medium aws_cloudwatch_metric_alarm.off'],
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
  'volume-gp2': [
    [
      'knows the default of EBS, and not that of images',
      `resource "aws_ebs_volume" "default" { size = 500 }
resource "aws_instance" "a" {
  root_block_device { volume_size = 20 }
}
resource "aws_instance" "b" {
  root_block_device { volume_type = "gp2" }
}
`,
      ['low aws_ebs_volume.default', 'low aws_instance.b'],
    ],
  ],
  'backup-copy-same-region': [
    [
      'cannot be told where the region comes from the environment',
      `resource "aws_backup_vault" "a" {}
resource "aws_backup_plan" "p" {
  rule {
    target_vault_name = aws_backup_vault.a.name
    copy_action { destination_vault_arn = aws_backup_vault.a.arn }
  }
}
`,
      [],
    ],
  ],
  'function-failures-lost': [
    [
      'lets a schedule come again',
      `resource "aws_lambda_function" "nightly" {}
resource "aws_cloudwatch_event_rule" "nightly" { schedule_expression = "rate(1 day)" }
resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.nightly.arn
}
resource "aws_lambda_function" "mail" {}
resource "aws_sns_topic_subscription" "mail" {
  protocol = "lambda"
  endpoint = aws_lambda_function.mail.arn
}
`,
      ['medium aws_lambda_function.mail'],
    ],
  ],
  'bucket-settings-inline': [
    [
      'lets version 3 of the provider have them',
      `terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 3.27" }
  }
}
resource "aws_s3_bucket" "a" { acl = "private" }
`,
      [],
    ],
  ],
};

describe.each(Object.entries(cases))('aws/%s', (id, rows) => {
  it.each(rows)('%s', async (_, files, expected) => {
    expect(await judgement(id, files)).toEqual(expected);
  });
});
