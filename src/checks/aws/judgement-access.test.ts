import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/aws.ts';

describeJudgements(checks, 'aws', {
  'resource-policy-public': [
    [
      'reads what stands alone between quotes, as JSON and old code write it',
      `resource "aws_sqs_queue" "a" {}
resource "aws_sqs_queue_policy" "encoded" {
  policy = "\${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = aws_sqs_queue.a.arn }] })}"
}
`,
      ['high aws_sqs_queue_policy.encoded'],
    ],
    [
      'tells of a function that only a source keeps from everybody',
      `resource "aws_lambda_permission" "source" {
  principal  = "*"
  source_arn = "arn:aws:events:eu-central-1:123456789012:rule/daily"
}
resource "aws_lambda_permission" "organization" {
  principal        = "*"
  principal_org_id = "o-a1b2c3d4e5"
  source_arn       = "arn:aws:events:eu-central-1:123456789012:rule/daily"
}
`,
      ['low aws_lambda_permission.source'],
    ],
    [
      'reads the policies of every service that has one',
      `resource "aws_ses_identity_policy" "mail" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "ses:SendEmail", Resource = "*" }] })
}
resource "aws_kms_replica_key" "copy" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }] })
}
`,
      ['critical aws_kms_replica_key.copy', 'high aws_ses_identity_policy.mail'],
    ],
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
      'tells an owner whose name only begins so from one that is named',
      `data "aws_iam_policy_document" "prefix" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:acme*"]
    }
  }
}
data "aws_iam_policy_document" "owner" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:acme/*"]
    }
  }
}
`,
      ['critical data.aws_iam_policy_document.prefix'],
    ],
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
  'policy-locks-out': [
    [
      'tells a Deny of the bucket from one of its objects, and heeds conditions and documents',
      `data "aws_iam_policy_document" "all" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
resource "aws_s3_bucket_policy" "document" { policy = data.aws_iam_policy_document.all.json }
resource "aws_s3_bucket_policy" "objects" {
  policy = jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::a/*" }] })
}
resource "aws_sqs_queue_policy" "queue" {
  policy = jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "*", Resource = "*" }] })
}
`,
      ['high data.aws_iam_policy_document.all'],
    ],
  ],
  'message-policy-wide': [
    [
      'leaves the owner alone, and those who cannot be told',
      `data "aws_caller_identity" "current" {}
resource "aws_sqs_queue_policy" "owner" {
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "SQS:*", Resource = "*" },
    { Effect = "Allow", Principal = { AWS = data.aws_caller_identity.current.account_id }, Action = "SQS:*", Resource = "*" },
    { Effect = "Allow", Principal = { AWS = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:root" }, Action = "SQS:*", Resource = "*" },
  ] })
}
resource "aws_sns_topic_policy" "service" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "*", Resource = "*" }] })
}
`,
      ['low aws_sns_topic_policy.service'],
    ],
  ],
  'task-privileged': [
    [
      'knows the container of a Batch job, as text and encoded',
      `resource "aws_batch_job_definition" "text" {
  container_properties = <<JSON
{ "image": "a", "privileged": true }
JSON
}
resource "aws_batch_job_definition" "encoded" {
  container_properties = jsonencode({ image = "a", privileged = true })
}
resource "aws_batch_job_definition" "plain" {
  container_properties = jsonencode({ image = "a" })
}
`,
      ['high aws_batch_job_definition.encoded', 'high aws_batch_job_definition.text'],
    ],
  ],
});
