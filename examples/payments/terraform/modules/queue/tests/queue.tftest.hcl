mock_provider "aws" {}

variables {
  name             = "test-queue.fifo"
  dead_letter_name = "test-dlq.fifo"
  fifo             = true
  kms_key_arn      = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "what_failed_is_kept_longest" {
  command = plan

  assert {
    condition     = aws_sqs_queue.dead_letters.fifo_queue && aws_sqs_queue.dead_letters.message_retention_seconds == 1209600
    error_message = "Dead letters wait for a person for as long as SQS keeps them."
  }
}

run "no_other_queue_gives_up_messages_here" {
  assert {
    condition     = jsondecode(aws_sqs_queue_redrive_allow_policy.dead_letters.redrive_allow_policy).sourceQueueArns == [aws_sqs_queue.this.arn]
    error_message = "Dead letters of others would be taken for ours."
  }
}

run "topics_reach_both" {
  variables {
    topic_arns = ["arn:aws:sns:eu-west-1:111122223333:test-topic.fifo"]
  }

  assert {
    condition = alltrue([
      for policy in [aws_sqs_queue_policy.this.policy, aws_sqs_queue_policy.dead_letters.policy] :
      anytrue([for statement in jsondecode(policy).Statement : try(tolist(statement.Condition.ArnEquals["aws:SourceArn"]), tolist([])) == var.topic_arns])
    ])
    error_message = "What a topic cannot deliver is lost unless it may put it among the dead letters."
  }
}
