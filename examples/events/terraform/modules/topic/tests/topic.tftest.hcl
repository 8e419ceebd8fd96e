mock_provider "aws" {}

run "delivers_to_queues" {
  command = plan

  variables {
    name        = "test-topic"
    account_id  = "111122223333"
    kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
    queues = {
      archive = {
        arn             = "arn:aws:sqs:eu-west-1:111122223333:archive"
        dead_letter_arn = "arn:aws:sqs:eu-west-1:111122223333:archive-dlq"
      }
    }
  }

  assert {
    condition     = aws_sns_topic_subscription.queue["archive"].raw_message_delivery
    error_message = "Who takes from a queue wants the message, not an envelope."
  }

  assert {
    condition     = aws_sns_topic.this.tracing_config == "Active"
    error_message = "A message must be followed to whoever gets it."
  }
}
