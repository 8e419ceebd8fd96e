mock_provider "aws" {
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-west-1:111122223333:test-shop-interruptions" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/test" }
  }
}

variables {
  name           = "test-karpenter-role"
  account_id     = "111122223333"
  region         = "eu-west-1"
  cluster_name   = "test-shop"
  node_role_arn  = "arn:aws:iam::111122223333:role/test-shop-nodes"
  node_role_name = "test-shop-nodes"
  kms_key_arn    = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "hears_of_interruptions" {
  command = apply

  assert {
    condition     = length(aws_cloudwatch_event_target.interruptions) == 4 && output.queue_name == "test-shop-interruptions"
    error_message = "Four kinds of events tell that a node goes away."
  }
}

run "removes_only_its_own" {
  command = plan

  assert {
    condition     = keys(local.owned.StringEquals) == ["aws:ResourceTag/kubernetes.io/cluster/test-shop"]
    error_message = "Only nodes that bear the tag of the cluster may be removed."
  }
}

run "spot_in_an_account_that_is_new" {
  command = plan

  variables {
    make_spot_role = true
  }

  assert {
    condition     = aws_iam_service_linked_role.spot[0].aws_service_name == "spot.amazonaws.com"
    error_message = "The first spot machine of an account is refused without this role."
  }
}

run "not_a_role" {
  command = plan

  variables {
    node_role_arn = "test-shop-nodes"
  }

  expect_failures = [var.node_role_arn]
}
