mock_provider "aws" {}

run "only_for_api_gateway" {
  command = plan

  variables {
    name = "test-api-logs"
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal.Service == "apigateway.amazonaws.com"
    error_message = "Nobody else may take the role."
  }

  assert {
    condition     = endswith(aws_iam_role_policy_attachment.this.policy_arn, "AmazonAPIGatewayPushToCloudWatchLogs")
    error_message = "It writes logs and does nothing else."
  }
}
