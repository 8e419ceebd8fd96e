# The most that any role which the pipeline makes can ever do, whatever its policies say: workloads work with data and
# messages, and none of them needs to make identities, touch the pipeline or leave the organisation.
resource "aws_iam_policy" "boundary" {
  name        = "${var.name}-boundary"
  description = "The most that roles of ${var.name} can be given"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Workloads"
        Effect = "Allow"
        NotAction = [
          "iam:*", "organizations:*", "account:*", "sts:AssumeRoleWithWebIdentity", "sso:*", "aws-portal:*",
        ]
        Resource  = "*"
        Condition = { StringEquals = { "aws:PrincipalAccount" = var.account_id } }
      },
      {
        # Karpenter and the controllers of the cluster hand their nodes a role, and look at it.
        Sid       = "Nodes"
        Effect    = "Allow"
        Action    = ["iam:GetInstanceProfile", "iam:GetRole", "iam:PassRole"]
        Resource  = flatten([for pattern in local.patterns : [for kind in ["role", "instance-profile"] : "arn:aws:iam::${var.account_id}:${kind}/${pattern}"]])
        Condition = { StringEquals = { "aws:PrincipalAccount" = var.account_id } }
      },
      {
        # A list takes no name.
        Sid      = "ListsOfProfiles"
        Effect   = "Allow"
        Action   = "iam:ListInstanceProfiles"
        Resource = "*"
      },
      {
        Sid      = "NotThePipeline"
        Effect   = "Deny"
        Action   = ["sts:AssumeRole", "iam:PassRole"]
        Resource = "arn:aws:iam::${var.account_id}:role/${var.name}-*"
      },
      {
        # Who got into a workload would begin with these, to be seen by nobody and to be paid for what they encrypted.
        Sid    = "NotTheGuards"
        Effect = "Deny"
        Action = [
          "cloudtrail:DeleteTrail", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail", "config:DeleteConfigurationRecorder",
          "config:StopConfigurationRecorder", "guardduty:DeleteDetector", "guardduty:UpdateDetector", "kms:DisableKey",
          "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "securityhub:DisableSecurityHub",
        ]
        Resource = "*"
      },
      {
        Sid      = "NotTheStates"
        Effect   = "Deny"
        Action   = "s3:*"
        Resource = concat(var.state_bucket_arns, [for arn in var.state_bucket_arns : "${arn}/*"])
      },
    ]
  })

  tags = var.tags
}
