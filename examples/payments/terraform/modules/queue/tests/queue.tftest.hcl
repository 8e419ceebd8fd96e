mock_provider "aws" {}

variables {
  name             = "test-queue.fifo"
  dead_letter_name = "test-dlq.fifo"
  fifo             = true
  kms_key_arn      = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  alarm_topic_arn  = "arn:aws:sns:eu-west-1:111122223333:alarms"
}

run "dead_letters_are_told" {
  command = plan

  assert {
    condition     = aws_sqs_queue.dead_letters.fifo_queue && aws_cloudwatch_metric_alarm.dead_letters.threshold == 0
    error_message = "One dead letter is enough to tell people."
  }
}
