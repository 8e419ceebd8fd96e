locals {
  host         = replace(var.issuer, "https://", "")
  provider_arn = var.create_provider ? aws_iam_openid_connect_provider.this[0].arn : "arn:aws:iam::${var.account_id}:oidc-provider/${local.host}"

  # What the pipeline proves to be decides which role it gets: anyone's pull request may plan, only an approved
  # deployment of the main branch may apply.
  subjects = { plan = var.plan_subjects, apply = var.apply_subjects }
}

resource "aws_iam_openid_connect_provider" "this" {
  count = var.create_provider ? 1 : 0

  url            = var.issuer
  client_id_list = [var.audience]

  tags = var.tags
}

resource "aws_iam_role" "this" {
  for_each = local.subjects

  name                 = "${var.name}-${each.key}"
  description          = "What the pipeline of ${var.repository} may do when it comes to ${each.key}"
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.provider_arn }
      Condition = {
        StringEquals = { "${local.host}:aud" = var.audience }
        StringLike   = { "${local.host}:sub" = each.value }
      }
    }]
  })

  tags = var.tags
}

# A plan has to see everything; the contents of databases, buckets and secrets are not part of that.
resource "aws_iam_role_policy_attachment" "plan" {
  role       = aws_iam_role.this["plan"].name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy" "plan" {
  name = "plan"
  role = aws_iam_role.this["plan"].id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.state_statements, local.secrecy_statements)
  })
}

resource "aws_iam_role_policy" "apply" {
  name = "apply"
  role = aws_iam_role.this["apply"].id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.state_statements, local.apply_statements, local.bounds_statements)
  })
}
