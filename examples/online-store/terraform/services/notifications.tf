# What the notifications service may do in AWS. Its chart is installed into the namespace of the same name.
resource "aws_iam_role" "notifications" {
  name               = "${local.name}-notifications"
  assume_role_policy = data.aws_iam_policy_document.notifications_trust.json
}

data "aws_iam_policy_document" "notifications_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster_oidc_issuer}:sub"
      values   = ["system:serviceaccount:notifications:notifications"]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "notifications" {
  name   = "notifications"
  role   = aws_iam_role.notifications.id
  policy = data.aws_iam_policy_document.notifications.json
}

data "aws_iam_policy_document" "notifications" {
  statement {
    sid       = "ReadTemplates"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::${var.environment}-fernhill-shop-media/mail/*"]
  }
}
