# What the orders worker may do in AWS. Its service account is kubernetes/base/orders-worker/service-account.yaml.
resource "aws_iam_role" "orders_worker" {
  name = "${local.name}-orders-worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.oidc_provider_arn }
      Condition = {
        StringEquals = {
          "${var.cluster_oidc_issuer}:sub" = "system:serviceaccount:shop:order-processor"
          "${var.cluster_oidc_issuer}:aud" = "sts.amazonaws.com"
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "orders_worker" {
  name = "orders-worker"
  role = aws_iam_role.orders_worker.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "TakeOrders"
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"]
        Resource = aws_sqs_queue.orders.arn
      },
      {
        Sid      = "WriteExports"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "arn:aws:s3:::fernhill-shop-exports/*"
      },
      {
        Sid      = "EncryptExports"
        Effect   = "Allow"
        Action   = "kms:GenerateDataKey"
        Resource = "arn:aws:kms:eu-west-1:${var.account_id}:key/*"
        Condition = {
          "ForAnyValue:StringEquals" = { "kms:ResourceAliases" = "alias/${local.name}-exports" }
        }
      },
    ]
  })
}
