mock_provider "aws" {}

variables {
  events = {
    "test-report-job-failed" = {
      summary = "A run of report failed"
      runbook = "job-failed"
      pattern = "{\"source\":[\"aws.ecs\"]}"
      says    = { why = "$.detail.stoppedReason", task = "$.detail.taskArn" }
    }
    "test-orders-db-failover" = {
      summary = "Database orders failed"
      runbook = "datastore-failover"
      pattern = "{\"source\":[\"aws.rds\"]}"
      pages   = true
    }
  }
  runbooks_url     = "https://code.example/runbooks"
  page_topic_arn   = "arn:aws:sns:eu-west-1:111122223333:pages"
  ticket_topic_arn = "arn:aws:sns:eu-west-1:111122223333:tickets"
}

run "told_in_words_with_a_runbook" {
  command = plan

  assert {
    condition     = aws_cloudwatch_event_target.this["test-report-job-failed"].input_transformer[0].input_template == "\"A run of report failed (task: <task>) (why: <why>). https://code.example/runbooks/job-failed.md\""
    error_message = "Who is told needs words, what the event says, and the runbook."
  }

  assert {
    condition     = aws_cloudwatch_event_target.this["test-report-job-failed"].arn == var.ticket_topic_arn && aws_cloudwatch_event_target.this["test-orders-db-failover"].arn == var.page_topic_arn
    error_message = "Only what is urgent may wake people."
  }
}

run "no_json" {
  command = plan

  variables {
    events = { odd = { summary = "Odd", runbook = "odd", pattern = "source" } }
  }

  expect_failures = [var.events]
}

run "quotes_in_words" {
  command = plan

  variables {
    events = { odd = { summary = "An \"odd\" thing", runbook = "odd", pattern = "{}" } }
  }

  expect_failures = [var.events]
}
