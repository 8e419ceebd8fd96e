locals {
  linked_roles = "arn:aws:iam::${var.account_id}:role/aws-service-role"
  role_arns    = [for pattern in local.patterns : "arn:aws:iam::${var.account_id}:role/${pattern}"]

  identities = [for statement in concat(local.role_changes, local.role_uses) : statement if contains(var.services, "iam")]

  role_changes = [
    {
      # A role is made, and gets its rights, only with the boundary on it.
      Sid    = "RolesWithinTheBoundary"
      Effect = "Allow"
      Action = [
        "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
      ]
      Resource  = local.role_arns
      Condition = { StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.boundary.arn } }
    },
    {
      Sid    = "Roles"
      Effect = "Allow"
      Action = [
        "iam:DeleteRole", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription",
      ]
      Resource = local.role_arns
    },
    {
      # What nodes are started with, where Karpenter starts them.
      Sid    = "InstanceProfiles"
      Effect = "Allow"
      Action = [
        "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile", "iam:RemoveRoleFromInstanceProfile",
        "iam:TagInstanceProfile", "iam:UntagInstanceProfile",
      ]
      Resource = [for pattern in local.patterns : "arn:aws:iam::${var.account_id}:instance-profile/${pattern}"]
    },
  ]

  role_uses = [
    {
      Sid      = "HandOver"
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = concat(local.role_arns, ["${local.linked_roles}/config.amazonaws.com/*"])
      Condition = {
        StringEquals = { "iam:PassedToService" = sort([for service, principal in local.principals : principal if contains(var.services, service)]) }
      }
    },
    {
      Sid       = "ServiceLinkedRoles"
      Effect    = "Allow"
      Action    = "iam:CreateServiceLinkedRole"
      Resource  = "${local.linked_roles}/*"
      Condition = { StringLike = { "iam:AWSServiceName" = "*.amazonaws.com" } }
    },
    {
      Sid      = "TagsOfServiceLinkedRoles"
      Effect   = "Allow"
      Action   = ["iam:TagRole", "iam:UntagRole"]
      Resource = "${local.linked_roles}/*"
    },
    {
      # The rule for passwords belongs to the account and takes no ARN.
      Sid      = "PasswordPolicy"
      Effect   = "Allow"
      Action   = "iam:UpdateAccountPasswordPolicy"
      Resource = "*"
    },
  ]

  # Who is handed a role, by the service that it belongs to.
  principals = {
    apigateway  = "apigateway.amazonaws.com"
    backup      = "backup.amazonaws.com"
    cloudtrail  = "cloudtrail.amazonaws.com"
    config      = "config.amazonaws.com"
    ec2         = "vpc-flow-logs.amazonaws.com"
    ecs         = "ecs-tasks.amazonaws.com"
    eks         = "eks.amazonaws.com"
    autoscaling = "ec2.amazonaws.com"
    lambda      = "lambda.amazonaws.com"
    rds         = "monitoring.rds.amazonaws.com"
    s3          = "s3.amazonaws.com"
    scheduler   = "scheduler.amazonaws.com"
    iam         = "pods.eks.amazonaws.com"
  }

  # What no change through the pipeline needs, and an intruder would begin with.
  bounds = [
    {
      Sid    = "NoUsersAndKeys"
      Effect = "Deny"
      Action = [
        "iam:AddUserToGroup", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser",
        "iam:DeleteRolePermissionsBoundary", "iam:PutUserPolicy", "iam:UpdateLoginProfile",
      ]
      Resource = "*"
    },
    {
      Sid    = "NotItself"
      Effect = "Deny"
      Action = ["iam:Attach*", "iam:Create*", "iam:Delete*", "iam:Detach*", "iam:PassRole", "iam:Put*", "iam:Set*", "iam:Update*"]
      Resource = concat(values(local.roles), [
        "arn:aws:iam::${var.account_id}:policy/${var.name}-*",
        local.provider_arn,
      ])
    },
    {
      Sid    = "NotTheStates"
      Effect = "Deny"
      Action = [
        "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObjectVersion", "s3:PutBucketPolicy", "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
      ]
      Resource = concat(var.state_bucket_arns, [for arn in var.state_bucket_arns : "${arn}/*"])
    },
  ]
}
