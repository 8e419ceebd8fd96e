locals {
  host         = replace(var.issuer, "https://", "")
  provider_arn = var.create_provider ? aws_iam_openid_connect_provider.this[0].arn : "arn:aws:iam::${var.account_id}:oidc-provider/${local.host}"

  # What the pipeline proves to be decides which role it gets: anyone's pull request may plan, only an approved
  # deployment of the main branch may apply, and what builds images may do nothing else.
  subjects = merge(
    { plan = var.plan_subjects, apply = var.apply_subjects },
    length(var.images_subjects) > 0 ? { images = var.images_subjects } : {},
    length(var.packages_subjects) > 0 ? { packages = var.packages_subjects } : {},
  )
  roles = { for kind in keys(local.subjects) : kind => "arn:aws:iam::${var.account_id}:role/${var.name}-${kind}" }
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

# Both have to see everything that there is; the contents of databases, buckets and secrets are not part of that.
resource "aws_iam_role_policy_attachment" "read" {
  for_each = toset(["plan", "apply"])

  role       = aws_iam_role.this[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy" "plan" {
  name = "plan"
  role = aws_iam_role.this["plan"].id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.read_states, local.read_packages, local.secrecy, [local.no_item])
  })
}

resource "aws_iam_role_policy" "apply" {
  name = "apply"
  role = aws_iam_role.this["apply"].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      local.read_states, local.read_packages, local.write_states, local.key_uses, local.function_images, local.copies, local.secrecy,
      length(var.copied_table_arns) == 0 ? [local.no_item] : [], length(var.copied_table_arns) == 0 ? [] : [local.no_item_but_of_copies],
      local.identities, local.bounds,
    )
  })
}

resource "aws_iam_policy" "change" {
  for_each = local.changes

  name        = "${var.name}-${each.key}"
  description = "What the pipeline of ${var.repository} may change, ${each.key == "tagged" ? "by tag and region" : "by name"}"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = jsondecode(each.value)
  })

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "change" {
  for_each = aws_iam_policy.change

  role       = aws_iam_role.this["apply"].name
  policy_arn = each.value.arn
}

resource "aws_iam_role_policy" "images" {
  count = length(var.images_subjects) > 0 ? 1 : 0

  name = "push"
  role = aws_iam_role.this["images"].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # A token for the registry names no repository.
        Sid      = "LogIn"
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "*"
      },
      {
        Sid    = "Push"
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
          "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
        ]
        Resource = var.image_repository_arns
      },
    ]
  })
}

resource "aws_iam_role_policy" "packages" {
  count = length(var.packages_subjects) > 0 ? 1 : 0

  name = "upload"
  role = aws_iam_role.this["packages"].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # What is there is never written over: a function may run it.
        Sid       = "Upload"
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Resource  = var.artifact_bucket_arns
        Condition = { Null = { "s3:if-none-match" = "false" } }
      },
      {
        Sid      = "Encrypt"
        Effect   = "Allow"
        Action   = "kms:GenerateDataKey"
        Resource = "arn:aws:kms:*:${var.account_id}:key/*"
        Condition = {
          StringLike = {
            "kms:ViaService"                   = "s3.*.amazonaws.com"
            "kms:EncryptionContext:aws:s3:arn" = local.artifact_contexts
          }
        }
      },
    ]
  })
}
