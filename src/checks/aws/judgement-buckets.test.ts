import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/aws.ts';

const trailOf = (fields: string) => `resource "aws_s3_bucket" "a" { bucket = "a" }
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "records"
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
${fields}
  }
}
`;
const field = (name: string, test: string) =>
  `    field_selector {\n      field = "${name}"\n      ${test}\n    }`;

describeJudgements(checks, 'aws', {
  's3-access-logs-missing': [
    [
      'knows a trail that records all objects but its own',
      trailOf(field('resources.ARN', 'not_starts_with = ["arn:aws:s3:::records/"]')),
      [],
    ],
    [
      'takes a trail of some buckets for none',
      trailOf(field('resources.ARN', 'starts_with = ["arn:aws:s3:::other/"]')),
      ['info aws_s3_bucket.a'],
    ],
    [
      'takes a trail of writing for none',
      trailOf(field('readOnly', 'equals = ["false"]')),
      ['info aws_s3_bucket.a'],
    ],
  ],
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
      'tells of a switch that is off where others cannot be told',
      `variable "acls" {}
resource "aws_s3_bucket_public_access_block" "a" {
  block_public_acls       = var.acls
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = false
}
`,
      ['medium aws_s3_bucket_public_access_block.a'],
    ],
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
  's3-plain-transport-allowed': [
    [
      'reads a document that is named between quotes',
      `data "aws_iam_policy_document" "tls" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["\${aws_s3_bucket.a.arn}", "\${aws_s3_bucket.a.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket_policy" "a" {
  bucket = "\${aws_s3_bucket.a.id}"
  policy = "\${data.aws_iam_policy_document.tls.json}"
}
`,
      [],
    ],
  ],
});
