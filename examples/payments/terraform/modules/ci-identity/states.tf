locals {
  read_states = [
    {
      Sid      = "FindStates"
      Effect   = "Allow"
      Action   = "s3:ListBucket"
      Resource = var.state_bucket_arns
    },
    {
      Sid      = "States"
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = [for arn in var.state_bucket_arns : "${arn}/*.tfstate"]
    },
    {
      # A plan locks too; a lock is the only thing that may be removed.
      Sid      = "Locks"
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      Resource = [for arn in var.state_bucket_arns : "${arn}/*.tflock"]
    },
    {
      Sid      = "StateKeys"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource = var.state_key_arns
    },
    {
      # ElastiCache takes its password from Terraform, which reads it where it is kept: these secrets and no others.
      Sid      = "Tokens"
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = local.token_arns
    },
    {
      # Passwords are made while it plans, and kept by nobody.
      Sid      = "Passwords"
      Effect   = "Allow"
      Action   = "secretsmanager:GetRandomPassword"
      Resource = "*"
    },
    {
      Sid      = "TokenKeys"
      Effect   = "Allow"
      Action   = "kms:Decrypt"
      Resource = "arn:aws:kms:*:${var.account_id}:key/*"
      Condition = {
        StringLike = {
          "kms:ViaService"                  = "secretsmanager.*.amazonaws.com"
          "kms:EncryptionContext:SecretARN" = local.token_arns
        }
      }
    },
  ]

  # What AWS is asked in the name of whoever applies, and what a release holds against a signature.
  read_packages = [for statement in [
    {
      Sid      = "Packages"
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = var.artifact_bucket_arns
    },
    {
      Sid      = "PackageKeys"
      Effect   = "Allow"
      Action   = "kms:Decrypt"
      Resource = "arn:aws:kms:*:${var.account_id}:key/*"
      Condition = {
        StringLike = {
          "kms:ViaService"                   = "s3.*.amazonaws.com"
          "kms:EncryptionContext:aws:s3:arn" = local.artifact_contexts
        }
      }
    },
  ] : statement if length(var.artifact_bucket_arns) > 0]

  # S3 names the bucket where it has a key of its own, and the object elsewhere. Source: documentation of S3, bucket keys.
  artifact_contexts = flatten([for arn in var.artifact_bucket_arns : [trimsuffix(arn, "/*"), arn]])

  token_arns = [for name in local.environments : "arn:aws:secretsmanager:*:${var.account_id}:secret:${name}/*-token-*"]

  write_states = [{
    Sid      = "WriteStates"
    Effect   = "Allow"
    Action   = "s3:PutObject"
    Resource = [for arn in var.state_bucket_arns : "${arn}/*.tfstate"]
  }]

  # Where something is encrypted with a key of ours, these services ask for the rights of whoever makes it, and use them
  # in their name. Contents stay out of reach: reading them is denied below. Source: documentation of each, key policies.
  key_uses = [{
    Sid      = "KeysThroughServices"
    Effect   = "Allow"
    Action   = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    Resource = "arn:aws:kms:*:${var.account_id}:key/*"
    Condition = {
      StringEquals = { "aws:ResourceTag/${var.environment_tag}" = local.environments }
      StringLike = {
        "kms:ViaService" = [for service in ["backup", "dynamodb", "elasticache", "lambda", "rds", "scheduler", "secretsmanager"] : "${service}.*.amazonaws.com" if contains(var.services, service)]
      }
    }
  }]

  # Lambda lets itself into the repository of an image, with the rights of whoever makes the function.
  # Source: docs.aws.amazon.com, AWS Lambda, create a function using a container image.
  function_images = length(var.function_repository_arns) == 0 ? [] : [{
    Sid      = "ImagesOfFunctions"
    Effect   = "Allow"
    Action   = ["ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy"]
    Resource = var.function_repository_arns
  }]

  # Making a copy of a table asks for the rights to what is in it, there. Source: docs.aws.amazon.com, DynamoDB, security of
  # global tables.
  copies = length(var.copied_table_arns) == 0 ? [] : [{
    Sid    = "CopiesOfTables"
    Effect = "Allow"
    Action = [
      "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan",
      "dynamodb:UpdateItem",
    ]
    Resource = var.copied_table_arns
  }]

  items   = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:GetRecords", "dynamodb:PartiQLSelect", "dynamodb:Query", "dynamodb:Scan"]
  no_item = { Sid = "NoItems", Effect = "Deny", Action = local.items, Resource = "*" }
  no_item_but_of_copies = {
    Sid         = "NoItems"
    Effect      = "Deny"
    Action      = local.items
    NotResource = var.copied_table_arns
  }

  secrecy = [
    {
      Sid         = "NoSecrets"
      Effect      = "Deny"
      Action      = "secretsmanager:GetSecretValue"
      NotResource = local.token_arns
    },
    {
      Sid    = "NoContents"
      Effect = "Deny"
      Action = [
        "logs:FilterLogEvents", "logs:GetLogEvents", "logs:GetLogRecord", "logs:GetQueryResults", "logs:StartLiveTail", "logs:StartQuery",
        "logs:Unmask", "rds:Download*", "sqs:ReceiveMessage", "ssm:GetParameter*",
      ]
      Resource = "*"
    },
    {
      Sid         = "NoObjects"
      Effect      = "Deny"
      Action      = ["s3:GetObject", "s3:GetObjectVersion"]
      NotResource = concat([for arn in var.state_bucket_arns : "${arn}/*"], var.artifact_bucket_arns)
    },
  ]
}
