locals {
  state_statements = [
    {
      Sid      = "FindStates"
      Effect   = "Allow"
      Action   = "s3:ListBucket"
      Resource = var.state_bucket_arns
    },
    {
      Sid      = "States"
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = [for arn in var.state_bucket_arns : "${arn}/*.tfstate"]
    },
    {
      # A lock is the only thing that may be removed.
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
  ]

  secrecy_statements = [
    {
      Sid    = "NoContents"
      Effect = "Deny"
      Action = [
        "secretsmanager:GetSecretValue",
        "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan",
        "sqs:ReceiveMessage",
        "logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery",
      ]
      Resource = "*"
    },
    {
      Sid         = "NoObjects"
      Effect      = "Deny"
      Action      = "s3:GetObject"
      NotResource = [for arn in var.state_bucket_arns : "${arn}/*"]
    },
  ]

  apply_statements = [{
    # Only the services that this platform is made of: whoever takes over the pipeline gets no other.
    Sid      = "Platform"
    Effect   = "Allow"
    Action   = [for service in sort(var.services) : "${service}:*"]
    Resource = "*"
  }]

  # What no change through the pipeline needs, and an intruder would begin with.
  bounds_statements = [
    {
      Sid    = "NoUsersAndKeys"
      Effect = "Deny"
      Action = [
        "iam:CreateUser", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile",
        "iam:AttachUserPolicy", "iam:PutUserPolicy", "iam:AddUserToGroup",
      ]
      Resource = "*"
    },
    {
      Sid      = "NotItself"
      Effect   = "Deny"
      Action   = ["iam:Put*", "iam:Attach*", "iam:Detach*", "iam:Delete*", "iam:Update*"]
      Resource = [for role in aws_iam_role.this : role.arn]
    },
    {
      Sid      = "NotTheStates"
      Effect   = "Deny"
      Action   = ["s3:DeleteBucket", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutEncryptionConfiguration", "s3:DeleteObjectVersion"]
      Resource = concat(var.state_bucket_arns, [for arn in var.state_bucket_arns : "${arn}/*"])
    },
  ]
}
