locals {
  # a plan writes too: the lock
  terraform_role_arns = [
    for pair in setproduct(var.account_ids, ["shop-terraform", "shop-terraform-plan"]) :
    "arn:aws:iam::${pair[0]}:role/${pair[1]}"
  ]
}

# Terraform state of all roots in this repository.
resource "aws_s3_bucket" "state" {
  bucket = "fernhill-terraform-state"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket = aws_s3_bucket.state.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id
  policy = data.aws_iam_policy_document.state.json
}

data "aws_iam_policy_document" "state" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]

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

  statement {
    sid       = "EnvironmentsKeepTheirState"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["${aws_s3_bucket.state.arn}/online-store/*"]

    principals {
      type        = "AWS"
      identifiers = local.terraform_role_arns
    }
  }

  statement {
    sid       = "EnvironmentsListTheirState"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.state.arn]

    principals {
      type        = "AWS"
      identifiers = local.terraform_role_arns
    }
  }
}
