mock_provider "aws" {}

variables {
  name            = "test-api-role"
  description     = "What api may do"
  cluster_name    = "test-shop"
  namespace       = "shop"
  service_account = "api"
}

run "one_service_account" {
  command = plan

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals["aws:RequestTag/kubernetes-service-account"] == "api"
    error_message = "No other pod may take the role."
  }

  assert {
    condition     = aws_eks_pod_identity_association.this.namespace == var.namespace && aws_eks_pod_identity_association.this.service_account == var.service_account
    error_message = "The role must be given to the service account that it is for."
  }
}

run "nothing_unless_told" {
  command = plan

  assert {
    condition     = length(aws_iam_role_policy.this) == 0
    error_message = "A role may do nothing by itself."
  }
}

run "on_conditions" {
  command = plan

  variables {
    statements = [{ actions = ["s3:GetObject"], resources = ["arn:aws:s3:::test/*"], conditions = { Bool = { "aws:SecureTransport" = ["true"] } } }]
  }

  assert {
    condition     = can(jsondecode(aws_iam_role_policy.this[0].policy).Statement[0].Condition.Bool)
    error_message = "Conditions must come along."
  }
}
